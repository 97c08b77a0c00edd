package dev.vireo.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.kit.grpc.GrpcErrors;
import dev.vireo.testkit.TestIssuer;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each of the three doors takes a good token and refuses every other one in the same words, before a service hears it. */
final class TokensIT {
    private static final String VIDEO = UpstreamFixture.PUBLIC.toString();
    private static final TestIssuer ISSUER = new TestIssuer();
    private static final TestIssuer OTHER = new TestIssuer();
    private static final GatewayUnderTest GATEWAY = new GatewayUnderTest(Map.of(
            "vireo.instances[0].issuer", ISSUER.issuer(),
            "vireo.instances[0].jwk-set-uri", ISSUER.jwkSetUri(),
            "vireo.instances[0].audience", "vireo",
            "vireo.instances[1].issuer", OTHER.issuer(),
            "vireo.instances[1].jwk-set-uri", OTHER.jwkSetUri()));
    private static final ManagedChannel CHANNEL = NettyChannelBuilder.forAddress("localhost", GATEWAY.grpcPort())
            .usePlaintext()
            .build();

    private final Map<String, String> wrong = new LinkedHashMap<>();

    TokensIT() {
        wrong.put("over", ISSUER.expired(Duration.ofMinutes(2)));
        wrong.put("over for a year", ISSUER.expired(Duration.ofDays(365)));
        wrong.put("without an end", token(ISSUER, "exp", null));
        wrong.put(
                "not begun",
                token(ISSUER, "nbf", java.util.Date.from(java.time.Instant.now().plusSeconds(3600))));
        wrong.put("of another issuer by its name", token(ISSUER, "iss", OTHER.issuer()));
        wrong.put("of another issuer by its key", token(OTHER, "iss", ISSUER.issuer()));
        wrong.put("of the other instance", token(OTHER, "sub", UUID.randomUUID().toString()));
        wrong.put("for another audience", token(ISSUER, "aud", "elsewhere"));
        wrong.put("for nobody", token(ISSUER, "aud", null));
        wrong.put("an identity, no access", token(ISSUER, "typ", "ID"));
        wrong.put("of nobody", token(ISSUER, "sub", null));
        wrong.put("nameless", token(ISSUER, "preferred_username", null));
    }

    private static String token(TestIssuer issuer, String claim, @Nullable Object value) {
        return issuer.token(claims -> claims.audience("vireo").claim(claim, value));
    }

    @BeforeAll
    static void eachDoorTakesAGoodToken() {
        String good = token(ISSUER, "name", "Alice");
        assertThat(rest(good).statusCode()).isEqualTo(200);
        assertThat(tus(good).statusCode()).isEqualTo(204);
        assertThat(rpc(good)).isEqualTo(VIDEO);
    }

    @AfterAll
    static void stop() {
        CHANNEL.shutdownNow();
        GATEWAY.context().close();
        ISSUER.close();
        OTHER.close();
    }

    @Test
    void restRefusesWrongTokens() {
        wrong.forEach((what, token) -> assertRefused(what, rest(token)));
    }

    @Test
    void tusRefusesWrongTokensBeforeTheServiceHearsThem() {
        int before = GATEWAY.tus.heard.size();
        wrong.forEach((what, token) -> assertRefused(what, tus(token)));
        assertThat(GATEWAY.tus.heard).hasSize(before);
    }

    @Test
    void grpcRefusesWrongTokensBeforeTheServiceHearsThem() {
        int before = GATEWAY.services.heard.size();
        wrong.forEach((what, token) -> assertThatThrownBy(() -> rpc(token))
                .as(what)
                .isInstanceOfSatisfying(StatusRuntimeException.class, refused -> {
                    assertThat(refused.getStatus().getCode()).as(what).isEqualTo(Status.Code.UNAUTHENTICATED);
                    assertThat(GrpcErrors.code(refused)).hasValue("unauthenticated");
                }));
        assertThat(GATEWAY.services.heard).hasSize(before);
    }

    private static void assertRefused(String what, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(what).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).as(what).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).as(what).hasValue("Bearer");
        JsonNode problem = GatewayUnderTest.json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(401);
        assertThat(problem.path("code").asString()).isEqualTo("invalid_token");
        assertThat(problem.path("title").asString()).isEqualTo("Unauthorized");
        assertThat(problem.path("detail").asString()).startsWith("The access token ");
        assertThat(problem.path("error")).isEqualTo(problem.path("detail"));
    }

    private static HttpResponse<byte[]> rest(String token) {
        return GATEWAY.get("/api/v1/videos/" + VIDEO, "Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> tus(String token) {
        return GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address("/api/v1/uploads"))
                .header("Authorization", "Bearer " + token)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "5")
                .POST(BodyPublishers.noBody()));
    }

    private static String rpc(String token) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return CatalogServiceGrpc.newBlockingStub(CHANNEL)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .getVideo(GetVideoRequest.newBuilder().setId(VIDEO).build())
                .getVideo()
                .getId();
    }
}
