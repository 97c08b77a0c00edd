package dev.vireo.upload.session;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Reads on what a client still sends after its answer: one that sends gigabytes must be able to read why they are
 * refused, and would not if the connection were cut. It stands around all that answers, Tomcat's own answer to a failure
 * that nobody caught included. A client that only trickles is cut off, however fast it was before.
 */
final class UnreadBodyValve extends ValveBase {
    private static final int LEAST_BYTES_PER_SECOND = 64 * 1024;

    private final Duration grace;
    private final Clock clock;

    UnreadBodyValve(Duration grace, Clock clock) {
        super(true);
        this.grace = grace;
        this.clock = clock;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        try {
            if (!request.isAsync() && !request.isFinished()) {
                response.finishResponse();
                readOn(request.getCoyoteRequest());
            }
        } catch (IOException gone) {
            // There is nobody to read on for.
        }
    }

    /**
     * Bytes give time at the least rate, and never more than the grace. They are taken from below the request's stream,
     * which ends with the answer.
     */
    private void readOn(org.apache.coyote.Request request) throws IOException {
        Dropped rest = new Dropped();
        Instant end = clock.instant().plus(grace);
        int read = request.doRead(rest);
        for (Instant now = clock.instant(); read >= 0 && now.isBefore(end); now = clock.instant()) {
            Instant earned = end.plus(Duration.ofSeconds(read).dividedBy(LEAST_BYTES_PER_SECOND));
            Instant most = now.plus(grace);
            end = earned.isBefore(most) ? earned : most;
            read = request.doRead(rest);
        }
    }

    /** Where Tomcat shows what it read. */
    private static final class Dropped implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}
