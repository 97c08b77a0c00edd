package dev.vireo.kit.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Failures of controllers are answered as problem documents (RFC 9457). */
@Configuration(proxyBeanMethods = false)
@Import(ProblemExceptionHandler.class)
public class KitProblemConfig {}
