package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.observe.LogContext;
import dev.vireo.kit.origin.PartTag;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class PartsInFlightTest {
    private static final int SIZE = 3;

    private final PartsInFlight parts = new PartsInFlight(2);
    private final CompletableFuture<PartTag> first = new CompletableFuture<>();
    private final CompletableFuture<PartTag> second = new CompletableFuture<>();
    private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();

    @Test
    void theyAreAcknowledgedInTheirOrder() throws IOException {
        send(new ByteArrayInputStream(new byte[SIZE]), first);
        send(new ByteArrayInputStream(new byte[SIZE]), second);
        second.complete(tag(2));
        assertThat(acknowledged).isEmpty();

        first.complete(tag(1));
        parts.settle();

        assertThat(acknowledged).containsExactly(1, 2);
    }

    @Test
    void aPartEndsWhereTheNextBegins() throws IOException {
        InputStream both = new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5, 6});
        List<byte[]> sent = new CopyOnWriteArrayList<>();
        for (int number = 1; number <= 2; number++) {
            PartTag tag = tag(number);
            parts.send(new UploadObjects.Bytes(both, SIZE), body -> {
                        sent.add(body.stream().readAllBytes());
                        return tag;
                    })
                    .whenDurable(done -> acknowledged.add(done.number()));
        }
        parts.settle();
        assertThat(sent).containsExactly(new byte[] {1, 2, 3}, new byte[] {4, 5, 6});
        assertThat(acknowledged).containsExactly(1, 2);
    }

    @Test
    void noMoreThanAllowedAreUnacknowledged() throws IOException {
        send(new ByteArrayInputStream(new byte[SIZE]), first);
        parts.awaitRoom();
        assertThat(acknowledged).isEmpty();
        send(new ByteArrayInputStream(new byte[SIZE]), second);

        Thread.ofVirtual().start(() -> first.complete(tag(1)));
        parts.awaitRoom();

        assertThat(acknowledged).containsExactly(1);
        second.complete(tag(2));
    }

    @Test
    void aFailureEndsThePartThatStreamsAndIsWhatIsTold() throws IOException {
        PlatformException away = new PlatformException(KitErrorCode.UNAVAILABLE, "The store is away.");
        send(new ByteArrayInputStream(new byte[SIZE]), first);
        InputStream endless = new Scripted(() -> first.completeExceptionally(away));

        assertThatThrownBy(() -> parts.send(new UploadObjects.Bytes(endless, Long.MAX_VALUE), body -> {
                    body.stream().transferTo(OutputStream.nullOutputStream());
                    return tag(2);
                }))
                .isSameAs(away);
        parts.close();
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void aBodyThatBreaksTakesThePartBeforeItNotAlong() throws IOException {
        IOException dropped = new IOException("The client went away");
        send(new ByteArrayInputStream(new byte[SIZE]), first);
        InputStream broken = new Scripted(() -> {
            first.complete(tag(1));
            throw dropped;
        });

        assertThatThrownBy(() -> send(broken, second)).isSameAs(dropped);

        assertThat(acknowledged).containsExactly(1);
    }

    @Test
    void nothingAfterAnAcknowledgementThatWasRefusedIsAcknowledged() throws IOException {
        PlatformException takenOver = WriterRows.takenOver();
        transfer(new ByteArrayInputStream(new byte[SIZE]), first).whenDurable(tag -> {
            throw takenOver;
        });
        send(new ByteArrayInputStream(new byte[SIZE]), second);
        second.complete(tag(2));
        first.complete(tag(1));

        assertThatThrownBy(parts::settle).isSameAs(takenOver);
        parts.close();
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void aPartBelongsToTheTraceAndTheLogOfItsRequest() throws IOException {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(context -> true);
        Observation request = Observation.start("request", observations);
        List<@Nullable Object> stored = new CopyOnWriteArrayList<>();
        List<@Nullable Object> told = new CopyOnWriteArrayList<>();
        request.scopedChecked(() -> LogContext.about(new InstanceId("main"), "film", () -> {
            parts.send(new UploadObjects.Bytes(new ByteArrayInputStream(new byte[SIZE]), SIZE), body -> {
                        body.stream().readNBytes(SIZE);
                        first.join();
                        stored.addAll(Arrays.asList(observations.getCurrentObservation(), MDC.get("video")));
                        return tag(1);
                    })
                    .whenDurable(
                            tag -> told.addAll(Arrays.asList(observations.getCurrentObservation(), MDC.get("video"))));
        }));
        first.complete(tag(1));
        parts.settle();

        assertThat(stored).containsExactly(request, "film");
        assertThat(told).containsExactly(request, "film");
    }

    private void send(InputStream body, CompletableFuture<PartTag> answer) throws IOException {
        transfer(body, answer).whenDurable(tag -> acknowledged.add(tag.number()));
    }

    private PartsInFlight.Part transfer(InputStream source, CompletableFuture<PartTag> answer) throws IOException {
        return parts.send(new UploadObjects.Bytes(source, SIZE), body -> {
            body.stream().readNBytes(SIZE);
            return answer.join();
        });
    }

    private static PartTag tag(int number) {
        return new PartTag(number, "etag", SIZE);
    }

    private interface Script {
        void run() throws IOException;
    }

    /** Zeros without end; something happens at each read. */
    private static final class Scripted extends InputStream {
        private final Script script;

        Scripted(Script script) {
            this.script = script;
        }

        @Override
        public int read() throws IOException {
            script.run();
            return 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            script.run();
            return 1;
        }
    }
}
