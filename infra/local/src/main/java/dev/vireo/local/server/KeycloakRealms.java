package dev.vireo.local.server;

import java.util.List;
import java.util.Map;

/** The realms of a running Keycloak: one per instance, with the accounts of the local platform. */
public final class KeycloakRealms {
    private final String address;
    private final KeycloakHttpClient client;

    /** The address of Keycloak without a path. */
    public KeycloakRealms(String address) {
        this.address = address;
        this.client = new KeycloakHttpClient(address);
    }

    /** The {@code iss} of the tokens of a realm. */
    public String issuer(String realm) {
        return address + "/realms/" + realm;
    }

    /** Where the public keys of a realm are. */
    public String jwkSetUri(String realm) {
        return issuer(realm) + "/protocol/openid-connect/certs";
    }

    /** An access token by the password grant, as old clients get it. */
    public String token(String realm, String user, String password) {
        return client.token(
                realm,
                Map.of(
                        "grant_type", "password",
                        "client_id", "vireo-web",
                        "scope", "openid",
                        "username", user,
                        "password", password));
    }

    /** Creates the missing realms and gives the present ones their domain. */
    public void ensure(List<Realm> realms) {
        String token = client.token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        KeycloakServer.ADMIN,
                        "password",
                        KeycloakServer.ADMIN_PASSWORD));
        for (Realm realm : realms) {
            if (client.realmExists(token, realm.name())) {
                client.updateWebClient(token, realm);
            } else {
                client.createRealm(token, realm);
            }
        }
    }
}
