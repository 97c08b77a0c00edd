package dev.vireo.upload.session;

import com.google.protobuf.ByteString;
import dev.vireo.upload.source.ContainerSniffer;
import dev.vireo.upload.source.RunningSha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sees every byte on its way into the origin: digest, checksum, and the first ones for the sniffer. */
final class BodyMeter {
    private final RunningSha256 digest;
    private final @Nullable UploadChecksum checksum;
    private final BooleanSupplier fenced;
    private ByteString head;

    BodyMeter(UploadProgress from, @Nullable UploadChecksum checksum, BooleanSupplier fenced) {
        this.digest = RunningSha256.resume(from.digest());
        this.head = from.head();
        this.checksum = checksum;
        this.fenced = fenced;
    }

    ByteString digestState() {
        return digest.state();
    }

    ByteString head() {
        return head;
    }

    boolean hasChecksum() {
        return checksum != null;
    }

    void verifyChecksum() {
        if (checksum != null) {
            checksum.verify();
        }
    }

    /** {@code stream}, with everything that is read from it taken into account. */
    InputStream through(InputStream stream) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                requireMine();
                int read = stream.read(bytes, offset, length);
                if (read > 0) {
                    take(bytes, offset, read);
                }
                return read;
            }
        };
    }

    /** The next bytes, as many as fit; nothing is taken into account yet, but a request that is over ends. */
    int next(InputStream stream, byte[] buffer, int from) throws IOException {
        requireMine();
        return stream.read(buffer, from, buffer.length - from);
    }

    private void requireMine() throws FencedException {
        if (fenced.getAsBoolean()) {
            throw new FencedException();
        }
    }

    private void take(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        if (checksum != null) {
            checksum.update(bytes, offset, length);
        }
        int missing = ContainerSniffer.HEAD - head.size();
        if (missing > 0) {
            head = head.concat(ByteString.copyFrom(bytes, offset, Math.min(missing, length)));
        }
    }

    /** A newer request writes to the same upload: this one ends without an effect. */
    static final class FencedException extends IOException {
        private static final long serialVersionUID = 1L;

        FencedException() {
            super("A newer request writes to this upload");
        }
    }
}
