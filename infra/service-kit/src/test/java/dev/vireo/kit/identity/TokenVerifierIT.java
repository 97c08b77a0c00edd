package dev.vireo.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vireo.kit.error.ErrorCode;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.testkit.RealServers;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TokenVerifierIT {
    private static final InstanceId MAIN = new InstanceId("main");
    private static final InstanceId SECOND = new InstanceId("second");

    private final TokenVerifier verifier = new TokenVerifier(new Instances(List.of(
            instance(MAIN, "localhost:8080", RealServers.keycloak().issuer("main"), true),
            instance(SECOND, "second.localhost:8080", RealServers.keycloak().issuer("second"), false))));

    @Test
    void knowsAPersonByTheToken() {
        Caller caller = verifier.verify(MAIN, "Bearer " + token("main", "alice"));
        assertThat(caller.signedIn()).isTrue();
        assertThat(caller.username()).isEqualTo("alice");
        assertThat(caller.roles()).contains("creator");
        assertThat(caller.administrator()).isFalse();
        assertThat(verifier.verify(MAIN, "bearer " + token("main", "root")).administrator())
                .isTrue();
    }

    @Test
    void takesOperatorsFromARealmThatMayNameThemOnly() {
        assertThat(verifier.verify(MAIN, "Bearer " + token("main", "root")).operator())
                .isTrue();
        Caller other = verifier.verify(SECOND, "Bearer " + token("second", "root"));
        assertThat(other.operator()).as("though its realm says so").isFalse();
        assertThat(other.administrator()).isTrue();
    }

    @Test
    void takesARequestWithoutATokenAsAnonymous() {
        assertThat(verifier.verify(MAIN, null)).isEqualTo(Caller.anonymous(MAIN));
    }

    @Test
    void refusesATokenOfAnotherInstance() {
        assertRefused(SECOND, "Bearer " + token("main", "root"), KitErrorCode.UNAUTHENTICATED);
    }

    @Test
    void refusesWhatIsNoToken() {
        String good = token("main", "alice");
        assertRefused(MAIN, "Basic YWxpY2U6YQ==", KitErrorCode.UNAUTHENTICATED);
        assertRefused(MAIN, "Bearer x", KitErrorCode.UNAUTHENTICATED);
        assertRefused(
                MAIN, "Bearer " + good.substring(0, good.length() - 8) + "AAAAAAAA", KitErrorCode.UNAUTHENTICATED);
        assertRefused(MAIN, "Bearer " + "a".repeat(10_000), KitErrorCode.UNAUTHENTICATED);
        assertRefused(MAIN, "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.", KitErrorCode.UNAUTHENTICATED);
    }

    @Test
    void knowsNoOtherInstance() {
        assertRefused(new InstanceId("third"), "Bearer " + token("main", "alice"), KitErrorCode.NOT_FOUND);
    }

    private void assertRefused(InstanceId instance, String header, ErrorCode code) {
        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> verifier.verify(instance, header))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static String token(String realm, String user) {
        return RealServers.keycloak().token(realm, user, user + "-local");
    }

    private static Instance instance(InstanceId id, String domain, String issuer, boolean operators) {
        return new Instance(
                id, domain, issuer, URI.create(issuer + "/protocol/openid-connect/certs"), null, operators, true);
    }
}
