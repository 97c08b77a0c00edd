package dev.vireo.kit.origin;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Moves bytes to and from presigned addresses, on the caller's thread, through one small buffer. */
final class S3Transfers {
    private static final int BUFFER = 64 * 1024;

    private final OkHttpClient http;

    S3Transfers(OkHttpClient http) {
        this.http = http;
    }

    InputStream get(String url, ObjectKey key) {
        Request request = new Request.Builder().url(url).build();
        try {
            Response response = http.newCall(request).execute();
            if (!response.isSuccessful()) {
                try (response) {
                    throw S3Errors.map(response.code(), key, new IOException("status " + response.code()));
                }
            }
            return new FilterInputStream(Objects.requireNonNull(response.body()).byteStream()) {
                @Override
                public void close() {
                    response.close();
                }
            };
        } catch (IOException away) {
            throw new PlatformException(KitErrorCode.UNAVAILABLE, "The object store is away: try again soon.", away);
        }
    }

    /** Sends {@code length} bytes and gives the entity tag, as the store wrote it. */
    String put(String url, InputStream body, long length, @Nullable String contentType, ObjectKey key)
            throws IOException {
        Body streamed = new Body(body, length, contentType);
        Request request = new Request.Builder().url(url).put(streamed).build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw S3Errors.map(response.code(), key, new IOException("status " + response.code()));
            }
            String etag = response.header("ETag");
            return etag == null ? "" : etag.replace("\"", "");
        } catch (IOException failed) {
            if (streamed.sourceFailure != null) {
                throw streamed.sourceFailure;
            }
            throw new PlatformException(KitErrorCode.UNAVAILABLE, "The object store is away: try again soon.", failed);
        }
    }

    /** A body of known length that is read once; a failure of its source is told from one of the store. */
    private static final class Body extends RequestBody {
        private final InputStream source;
        private final long length;
        private final @Nullable String contentType;
        private @Nullable IOException sourceFailure;

        Body(InputStream source, long length, @Nullable String contentType) {
            this.source = source;
            this.length = length;
            this.contentType = contentType;
        }

        @Override
        public @Nullable MediaType contentType() {
            return contentType == null ? null : MediaType.parse(contentType);
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            byte[] buffer = new byte[BUFFER];
            long left = length;
            while (left > 0) {
                int read = readSource(buffer, (int) Math.min(buffer.length, left));
                sink.write(buffer, 0, read);
                left -= read;
            }
        }

        private int readSource(byte[] buffer, int most) throws IOException {
            try {
                int read = source.read(buffer, 0, most);
                if (read < 0) {
                    throw new java.io.EOFException("The body ended early");
                }
                return read;
            } catch (IOException failure) {
                sourceFailure = failure;
                throw failure;
            }
        }
    }
}
