package dev.vireo.kit.http;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.http.HttpHeaders;

/**
 * The only way out to hosts that somebody else names. http and https only; the name is resolved first and every address
 * of the platform's own network is refused, for each redirect again, and the connection goes to the very address that
 * was checked; redirects, time and size are limited (OWASP, Server-Side Request Forgery Prevention).
 */
public final class GuardedHttpClient {
    private static final int BUFFER = 16 * 1024;

    private final GuardedHttpProperties properties;
    private final OkHttpClient http;

    /** A client with these limits. */
    public GuardedHttpClient(GuardedHttpProperties properties) {
        this.properties = properties;
        this.http = new OkHttpClient.Builder()
                .dns(new GuardedDns(properties))
                .followRedirects(false)
                .connectTimeout(properties.connectTimeout())
                .callTimeout(properties.timeout())
                .build();
    }

    /**
     * The answer to a GET. INVALID_ARGUMENT when the address may not be called; REMOTE_FAILED when the host does not
     * answer, answers too much, or redirects too often.
     */
    public Answer get(URI address, Map<String, String> headers) {
        HttpUrl at = checked(HttpUrl.parse(address.toString()));
        long end = System.nanoTime() + properties.timeout().toNanos();
        for (int hop = 0; hop <= properties.maxRedirects(); hop++) {
            Request.Builder request = new Request.Builder().url(at);
            headers.forEach(request::header);
            OkHttpClient limited = http.newBuilder()
                    .callTimeout(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS)
                    .build();
            try (Response response = limited.newCall(request.build()).execute()) {
                String location = response.header(HttpHeaders.LOCATION);
                if (!response.isRedirect() || location == null) {
                    return new Answer(response.code(), response.headers().toMultimap(), read(response));
                }
                at = checked(at.resolve(location));
            } catch (IOException failed) {
                throw new PlatformException(
                        KitErrorCode.REMOTE_FAILED, "The remote host did not answer as it should.", failed);
            }
        }
        throw new PlatformException(KitErrorCode.REMOTE_FAILED, "The remote host redirects too often.");
    }

    private HttpUrl checked(@org.jspecify.annotations.Nullable HttpUrl address) {
        if (address == null) {
            throw new PlatformException(KitErrorCode.INVALID_ARGUMENT, "Only http and https addresses can be called.");
        }
        if (!properties.allowedHosts().contains(address.host().toLowerCase(Locale.ROOT))
                && (!address.username().isEmpty() || isLiteralPrivate(address))) {
            throw refused();
        }
        return address;
    }

    /** OkHttp asks its DNS for names only: an address in the URL must be looked at here. */
    private static boolean isLiteralPrivate(HttpUrl address) {
        String host = address.host();
        if (!host.contains(":") && !host.chars().allMatch(c -> c == '.' || Character.isDigit(c))) {
            return false;
        }
        try {
            return !PublicAddresses.isPublic(InetAddress.getByName(host));
        } catch (UnknownHostException malformed) {
            return true;
        }
    }

    private byte[] read(Response response) throws IOException {
        long most = properties.maxBody().toBytes();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Objects.requireNonNull(response.body()).byteStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (body.size() + read > most) {
                    throw new PlatformException(
                            KitErrorCode.REMOTE_FAILED, "The remote host answers with more than " + most + " bytes.");
                }
                body.write(buffer, 0, read);
            }
        }
        return body.toByteArray();
    }

    private static PlatformException refused() {
        return new PlatformException(
                KitErrorCode.INVALID_ARGUMENT, "This address lies in a private network and is not called.");
    }

    /**
     * What came back.
     *
     * @param status HTTP status
     * @param headers fields by lower-case name
     * @param body the whole body
     */
    public record Answer(int status, Map<String, List<String>> headers, byte[] body) {}

    /** Resolves names; a name with any private address is refused as a whole. */
    private record GuardedDns(GuardedHttpProperties properties) implements Dns {
        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            List<InetAddress> found = Dns.SYSTEM.lookup(host);
            if (!properties.allowedHosts().contains(host.toLowerCase(Locale.ROOT))
                    && !found.stream().allMatch(PublicAddresses::isPublic)) {
                throw refused();
            }
            return found;
        }
    }
}
