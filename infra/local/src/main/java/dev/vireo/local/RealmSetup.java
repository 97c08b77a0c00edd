package dev.vireo.local;

import dev.vireo.local.server.KeycloakRealms;
import dev.vireo.local.server.Realm;
import dev.vireo.local.server.ServerException;
import java.nio.file.Path;

/** Main class that gives a Keycloak started by other means (compose.yaml) the realms of the local platform. */
public final class RealmSetup {
    private RealmSetup() {}

    /** Argument: the address of Keycloak without a path. */
    public static void main(String[] arguments) {
        try {
            new KeycloakRealms(arguments[0])
                    .ensure(LocalInstance.all(PlatformOptions.standard(Path.of(""))).stream()
                            .map(instance -> new Realm(instance.id(), instance.domain()))
                            .toList());
        } catch (ServerException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
