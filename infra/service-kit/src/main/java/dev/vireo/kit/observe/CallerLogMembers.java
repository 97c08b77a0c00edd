package dev.vireo.kit.observe;

import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import org.slf4j.MDC;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Adds {@code instance} to each structured log line of a thread that serves a caller; named by
 * {@code logging.structured.json.customizer}. Threads that serve the bus say it by {@link LogContext}.
 */
public final class CallerLogMembers implements StructuredLoggingJsonMembersCustomizer<Object> {
    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.add(
                        LogContext.INSTANCE,
                        line -> Callers.present().map(Caller::instance).map(Object::toString))
                .when(line -> MDC.get(LogContext.INSTANCE) == null
                        && Callers.present().isPresent())
                .as(instance -> instance.orElse(""));
    }
}
