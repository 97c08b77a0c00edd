package dev.vireo.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The Keycloak realm of one instance: its accounts, roles and clients come from one template. */
public record Realm(String name, String domain) {

    /** Only names that are safe in paths and JSON. */
    public Realm {
        if (!name.matches("[a-z][a-z0-9-]{0,62}") || !domain.matches("[a-z0-9.:-]{1,253}")) {
            throw new IllegalArgumentException("not a realm name with a domain: " + name + ", " + domain);
        }
    }

    String json() {
        return filled(template("realm.json").replace("{{web-client}}", template("web-client.json")));
    }

    String webClientJson() {
        return filled(template("web-client.json"));
    }

    private String filled(String template) {
        return template.replace("{{realm}}", name).replace("{{domain}}", domain);
    }

    private static String template(String file) {
        try (InputStream stream = Objects.requireNonNull(Realm.class.getResourceAsStream("/keycloak/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
