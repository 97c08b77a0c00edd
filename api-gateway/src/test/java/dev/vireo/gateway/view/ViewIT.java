package dev.vireo.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.view.v1.ViewEvent;
import dev.vireo.contracts.view.v1.WatchCause;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Players tell where they are, and the bus hears of it without learning who it is. */
final class ViewIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0";

    @Test
    void theBusHearsWhatPlayersTell() {
        try (HeardViews bus = new HeardViews()) {
            assertThat(post(UpstreamFixture.PUBLIC, BROWSER, "{\"currentTime\":0,\"sessionId\":\"ab-12\"}"))
                    .isEqualTo(204);
            assertThat(post(UpstreamFixture.PUBLIC, BROWSER, "{\"currentTime\":3,\"viewEvent\":\"seek\"}"))
                    .isEqualTo(204);
            assertThat(post(UpstreamFixture.PUBLIC, BROWSER, "{\"currentTime\":13,\"viewEvent\":\"watch_end\"}"))
                    .isEqualTo(204);
            List<ViewEvent> heard = bus.until(event -> event.getWatched().getCause() == WatchCause.WATCH_CAUSE_END);
            assertThat(heard)
                    .allSatisfy(event -> {
                        assertThat(event.getInstanceId()).isEqualTo("main");
                        assertThat(event.getVideoId()).isEqualTo(UpstreamFixture.PUBLIC.toString());
                        assertThat(event.getViewer()).isEqualTo(heard.getFirst().getViewer());
                        assertThat(event.getViewer().size()).isEqualTo(16);
                        assertThat(event.getWatched().getDuration().getSeconds())
                                .isEqualTo(12);
                    })
                    .extracting(ViewIT::position)
                    .containsExactly(0L, 3L, 13L);
            assertThat(bus.newest())
                    .contains("ce_id")
                    .doesNotContain("127.0.0.1")
                    .doesNotContain("Firefox");
        }
    }

    @Test
    void viewersAreToldApartAndProgramsLeftOut() {
        try (HeardViews bus = new HeardViews()) {
            post(UpstreamFixture.GROWING, "Googlebot/2.1", "{\"currentTime\":1}");
            post(UpstreamFixture.GROWING, "curl/8.5.0", "{\"currentTime\":2}");
            post(UpstreamFixture.GROWING, BROWSER, "{\"currentTime\":3}");
            postAs("alice", UpstreamFixture.GROWING, BROWSER, "{\"currentTime\":4}");
            postAs("alice", UpstreamFixture.GROWING, "Another/1.0", "{\"currentTime\":5}");
            postAs("alice", UpstreamFixture.PRIVATE, BROWSER, "{\"currentTime\":6}");
            bus.until(event -> position(event) == 5);
            List<ViewEvent> heard = bus.until(event -> position(event) == 6);
            assertThat(heard).extracting(ViewIT::position).containsExactlyInAnyOrder(3L, 4L, 5L, 6L);
            assertThat(viewer(heard, 4)).isNotEqualTo(viewer(heard, 3));
            assertThat(viewer(heard, 4)).isEqualTo(viewer(heard, 5)).isEqualTo(viewer(heard, 6));
        }
    }

    @Test
    void refusesNonsenseAndHidesWhatIsHidden() {
        assertThat(post(UpstreamFixture.PRIVATE, BROWSER, "{\"currentTime\":1}"))
                .isEqualTo(404);
        assertThat(post(UUID.randomUUID(), BROWSER, "{\"currentTime\":1}")).isEqualTo(404);
        for (String body : List.of(
                "{}",
                "{\"currentTime\":-1}",
                "{\"currentTime\":14}",
                "{\"currentTime\":\"x\"}",
                "{\"currentTime\":\"\"}",
                "{\"currentTime\":99999999999}",
                "{\"currentTime\":1,\"viewEvent\":\"x\"}",
                "[1]",
                "")) {
            assertThat(post(UpstreamFixture.PUBLIC, BROWSER, body)).as(body).isEqualTo(400);
        }
    }

    @Test
    void boundsWhatOneCallerTells() {
        GatewayUnderTest gateway = new GatewayUnderTest(Map.of("vireo.gateway.web.views-per-minute", "2"));
        try {
            HttpRequest.Builder request = request(gateway, UpstreamFixture.PUBLIC, BROWSER, "{\"currentTime\":1}");
            assertThat(gateway.send(request).statusCode()).isEqualTo(204);
            assertThat(gateway.send(request).statusCode()).isEqualTo(204);
            var limited = gateway.send(request);
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After")).isPresent();
        } finally {
            gateway.context().close();
        }
    }

    @Test
    void takesViewsWhileTheBusIsAway() {
        GatewayUnderTest gateway = new GatewayUnderTest(Map.of(
                "vireo.gateway.view.bootstrap-servers", "127.0.0.1:1",
                "vireo.gateway.view.buffer", "2"));
        try {
            for (int number = 0; number < 20; number++) {
                assertThat(gateway.send(request(gateway, UpstreamFixture.PUBLIC, BROWSER, "{\"currentTime\":1}"))
                                .statusCode())
                        .isEqualTo(204);
            }
            assertThat(gateway.context()
                            .getBean(MeterRegistry.class)
                            .get("vireo.events.lost")
                            .tag("topic", "view.v1")
                            .counter()
                            .count())
                    .isGreaterThanOrEqualTo(16);
        } finally {
            gateway.context().close();
        }
    }

    private static long position(ViewEvent event) {
        return event.getWatched().getPosition().getSeconds();
    }

    private static ByteString viewer(List<ViewEvent> heard, long position) {
        return heard.stream()
                .filter(event -> position(event) == position)
                .map(ViewEvent::getViewer)
                .findFirst()
                .orElseThrow();
    }

    private static int post(UUID video, String userAgent, String body) {
        return GATEWAY.send(request(GATEWAY, video, userAgent, body)).statusCode();
    }

    private static void postAs(String user, UUID video, String userAgent, String body) {
        assertThat(GATEWAY.send(request(GATEWAY, video, userAgent, body).header("Authorization", GATEWAY.bearer(user)))
                        .statusCode())
                .isEqualTo(204);
    }

    private static HttpRequest.Builder request(GatewayUnderTest gateway, UUID video, String userAgent, String body) {
        return HttpRequest.newBuilder(gateway.address("/api/v1/videos/" + video + "/views"))
                .header("User-Agent", userAgent)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
