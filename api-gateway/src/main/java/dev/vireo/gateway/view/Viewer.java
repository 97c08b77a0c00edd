package dev.vireo.gateway.view;

import org.jspecify.annotations.Nullable;

/**
 * Who watches, as the request tells; never stored and never sent anywhere.
 *
 * @param subject the account; null when not signed in
 * @param address the client's, behind whatever proxies
 * @param userAgent the program's name for itself; empty when it says none
 */
public record Viewer(@Nullable String subject, String address, String userAgent) {}
