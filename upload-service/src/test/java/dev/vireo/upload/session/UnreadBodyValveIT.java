package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.testkit.Eventually;
import dev.vireo.upload.SlowBody;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Tomcat as it comes, with what fails behind the valve. */
final class UnreadBodyValveIT {
    private static final int LENGTH = 50 << 20;

    /** Nobody is cut off for the time it takes. */
    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void aFailureThatNobodyCaughtIsReadByAClientThatSendsAllFirst() {
        answers(500, (request, response) -> {
            throw new IllegalStateException("nobody catches this");
        });
    }

    @Test
    void anErrorThatTomcatIsLeftToTellIsReadByAClientThatSendsAllFirst() {
        answers(404, (request, response) -> response.sendError(404));
    }

    @Test
    void whatIsNotTakenIsReadByAClientThatSendsAllFirst() {
        answers(409, (request, response) -> response.setStatus(409));
    }

    private void answers(int status, Answer answer) {
        WebServer server = start(answer);
        try (SlowBody early = request(server);
                SlowBody late = request(server)) {
            Eventually.holds("the answer comes before the end of what is sent", () -> {
                early.send(new byte[1]);
                return early.answered();
            });
            assertThat(early.statusLine()).isEqualTo("HTTP/1.1 " + status);

            late.send(new byte[LENGTH]);
            assertThat(late.statusLine()).isEqualTo("HTTP/1.1 " + status);
        } finally {
            server.stop();
        }
    }

    private static SlowBody request(WebServer server) {
        return new SlowBody(server.getPort(), "main", "none", UUID.randomUUID(), 0, LENGTH);
    }

    private WebServer start(Answer answer) {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
        tomcat.addConnectorCustomizers(connector -> connector.setProperty("maxSwallowSize", "0"));
        tomcat.addEngineValves(new UnreadBodyValve(Duration.ofMinutes(1), clock));
        WebServer server = tomcat.getWebServer(context -> context.addServlet("answer", new HttpServlet() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws IOException {
                        answer.to(request, response);
                    }
                })
                .addMapping("/*"));
        server.start();
        return server;
    }

    private interface Answer {
        void to(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }
}
