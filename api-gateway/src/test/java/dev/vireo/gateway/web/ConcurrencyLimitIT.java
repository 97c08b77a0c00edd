package dev.vireo.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who comes when too many are there is told when to come again, and the others are served. */
final class ConcurrencyLimitIT {
    private static final GatewayUnderTest GATEWAY = new GatewayUnderTest(Map.of("vireo.gateway.web.max-queries", "1"));
    private static final String LIST = "/api/v1/search/videos?search=crowd";
    private static final int ROUNDS = 200;
    private static final int TOGETHER = 16;

    @AfterAll
    static void stop() {
        GATEWAY.context().close();
    }

    @Test
    void whoComesTooManyIsToldToComeAgain() throws Exception {
        HttpResponse<byte[]> refused = null;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; refused == null && round < ROUNDS; round++) {
                List<Future<HttpResponse<byte[]>>> asked = IntStream.range(0, TOGETHER)
                        .mapToObj(at -> pool.submit(() -> GATEWAY.get(LIST)))
                        .toList();
                boolean answered = false;
                for (Future<HttpResponse<byte[]>> each : asked) {
                    switch (each.get().statusCode()) {
                        case 200 -> answered = true;
                        case 503 -> refused = each.get();
                        default -> throw new AssertionError(each.get());
                    }
                }
                assertThat(answered).isTrue();
            }
        }
        assertThat(refused).as("of %s times %s", ROUNDS, TOGETHER).isNotNull();
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(GatewayUnderTest.json(refused).path("detail").asString()).contains("try again soon");
        for (int round = 0; round < 3; round++) {
            assertThat(GATEWAY.get(LIST).statusCode()).as("one after the other").isEqualTo(200);
        }
        assertThat(GATEWAY.get("/api/v1/videos/" + UpstreamFixture.PRIVATE).statusCode())
                .as("a failure gives its place back")
                .isEqualTo(404);
        assertThat(GATEWAY.get(LIST).statusCode()).isEqualTo(200);
    }
}
