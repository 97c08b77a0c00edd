package dev.vireo.kit.origin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.http.ByteRange;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Reads ranges of objects over addresses that the store has signed, each signed once and used for half of its life. The
 * client reads from the socket straight into the caller's array, in as large pieces as come.
 */
public final class OriginHttpClient implements AutoCloseable {
    private static final Duration ADDRESS_LIFETIME = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 10_000;
    private static final TimeValue LONGEST_IDLE = TimeValue.ofMinutes(1);
    private static final int PARTIAL_CONTENT = 206;
    private static final int FORBIDDEN = 403;

    private final Signer signer;
    private final Cache<ObjectKey, URI> addresses;
    private final CloseableHttpClient http;

    /**
     * Reads of one bucket.
     *
     * @param maxReads how many at a time; the others wait for {@code store.connectTimeout()}
     */
    public OriginHttpClient(Signer signer, OriginProperties store, int maxReads) {
        this.signer = signer;
        this.addresses = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterWrite(ADDRESS_LIFETIME.dividedBy(2))
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(maxReads)
                .setMaxConnPerRoute(maxReads)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(store.connectTimeout()))
                        .setSocketTimeout(Timeout.of(store.readTimeout()))
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(store.connectTimeout()))
                        .setResponseTimeout(Timeout.of(store.readTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                // The store may close a kept connection just when it is used again.
                .setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, TimeValue.ZERO_MILLISECONDS))
                .evictIdleConnections(LONGEST_IDLE)
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Makes an address that reads an object for a while. */
    @FunctionalInterface
    public interface Signer {
        /** As {@link OriginStore#presignedGet}. */
        URI presignedGet(ObjectKey key, Duration lifetime);
    }

    /**
     * The bytes of the range; close it. Closing before the end closes the connection, so that the store stops sending.
     * NOT_FOUND when there is no such object, UNAVAILABLE when the store is away.
     */
    public InputStream open(ObjectKey key, ByteRange range) {
        try {
            return open(key, range, false);
        } catch (IOException | HttpException away) {
            throw unavailable(away);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private InputStream open(ObjectKey key, ByteRange range, boolean again) throws IOException, HttpException {
        var request = new HttpGet(addresses.get(key, unsigned -> signer.presignedGet(unsigned, ADDRESS_LIFETIME)));
        request.setHeader("Range", "bytes=" + range.offset() + "-" + range.last());
        ClassicHttpResponse response = http.executeOpen(RoutingSupport.determineHost(request), request, null);
        if (response.getCode() == PARTIAL_CONTENT) {
            return new Body(request, response, range.length());
        }
        try (response) {
            if (response.getCode() != FORBIDDEN || again) {
                throw refused(response.getCode(), key);
            }
            // Signed with a clock that was wrong or a key that is no longer valid.
            addresses.invalidate(key);
        }
        return open(key, range, true);
    }

    private static PlatformException refused(int status, ObjectKey key) {
        return S3Errors.map(status, key, new IOException("The object store answered " + status + " for " + key));
    }

    private static PlatformException unavailable(Exception cause) {
        return new PlatformException(KitErrorCode.UNAVAILABLE, "The object store is away: try again soon.", cause);
    }

    /** Closing it before the end gives the connection up; the client itself would read all the rest first. */
    private static final class Body extends FilterInputStream {
        private final HttpGet request;
        private final ClassicHttpResponse response;
        private long left;

        Body(HttpGet request, ClassicHttpResponse response, long length) throws IOException {
            super(response.getEntity().getContent());
            this.request = request;
            this.response = response;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            if (left > 0) {
                request.cancel();
            } else {
                // Finds the end that it is at, and so gives the connection back.
                super.close();
            }
            response.close();
        }
    }
}
