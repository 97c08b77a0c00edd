package dev.vireo.gateway;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.testkit.OriginAccess;
import dev.vireo.testkit.RealServers;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole gateway on free ports, with a real object store and a real Keycloak, before services with fixed data. */
public final class GatewayUnderTest {
    private static final class Holder {
        private static final GatewayUnderTest SHARED = new GatewayUnderTest(Map.of());
    }

    static {
        // Other hosts than the address that is dialled; read when the client's class is first used.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    /** Services behind it. */
    public final UpstreamGrpcService services = new UpstreamGrpcService();
    /** What the HTTP service behind it was sent. */
    public final TusUpstream tus = new TusUpstream();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ConfigurableApplicationContext context;
    private final int port = freePort();
    private final int grpcPort = freePort();

    /** Starts one with settings of its own. */
    public GatewayUnderTest(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(standard());
        // The same option twice would be a list.
        settings.forEach((key, value) -> {
            arguments.removeIf(argument -> argument.startsWith("--" + key + "="));
            arguments.add("--" + key + "=" + value);
        });
        context = SpringApplication.run(ApiGatewayApplication.class, arguments.toArray(String[]::new));
    }

    /** The one that most tests use. */
    public static GatewayUnderTest shared() {
        return Holder.SHARED;
    }

    private List<String> standard() {
        OriginAccess origin = RealServers.origin();
        int grpc = grpcServer().getPort();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--management.server.port=0",
                "--vireo.origin.endpoint=" + origin.endpoint(),
                "--vireo.origin.region=" + origin.region(),
                "--vireo.origin.bucket=" + origin.bucket(),
                "--vireo.origin.access-key=" + origin.accessKey(),
                "--vireo.origin.secret-key=" + origin.secretKey(),
                "--vireo.grpc.clients.upload=127.0.0.1:" + grpc,
                "--vireo.grpc.clients.transcode=127.0.0.1:" + grpc,
                "--vireo.grpc.clients.search=127.0.0.1:" + grpc,
                "--vireo.grpc.clients.seeder=127.0.0.1:" + grpc,
                "--vireo.gateway.rpc.port=" + grpcPort,
                "--vireo.gateway.route.upload=http://127.0.0.1:" + tus.start(),
                "--vireo.gateway.media.signing-key=only-for-tests-only-for-tests-only",
                "--vireo.gateway.view.secret=only-for-tests-only-for-tests-only",
                "--vireo.gateway.view.bootstrap-servers=" + RealServers.kafka().bootstrapServers(),
                "--vireo.gateway.catalog.cache-time=200ms",
                "--vireo.gateway.catalog.list-cache-time=0s"));
        String[] names = {"main", "second"};
        for (int at = 0; at < names.length; at++) {
            String instance = "--vireo.instances[" + at + "].";
            arguments.add(instance + "id=" + names[at]);
            arguments.add(instance + "domain=" + host(names[at]));
            arguments.add(instance + "issuer=" + RealServers.keycloak().issuer(names[at]));
            arguments.add(instance + "jwk-set-uri=" + RealServers.keycloak().jwkSetUri(names[at]));
        }
        return arguments;
    }

    private Server grpcServer() {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .intercept(services);
        services.services().forEach(builder::addService);
        try {
            return builder.build().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Host of an instance. */
    public String host(String instance) {
        return ("main".equals(instance) ? "localhost:" : instance + ".localhost:") + port;
    }

    /** Address below the instance {@code main}. */
    public URI address(String path) {
        return URI.create("http://" + host("main") + path);
    }

    /** The public gRPC port. */
    public int grpcPort() {
        return grpcPort;
    }

    /** The application's beans. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Puts an object into the store. */
    public void put(String key, byte[] body, String type) {
        context.getBean(OriginStore.class).put(new ObjectKey(key), body, type);
    }

    /** Sends a request and reads the answer whole. */
    public HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** GET with headers as name, value, name, value. */
    public HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** GET as a person of the instance {@code main}. */
    public HttpResponse<byte[]> getAs(String user, String path) {
        return get(path, "Authorization", bearer(user));
    }

    /** Header value of a person of the instance {@code main}. */
    public String bearer(String user) {
        return "Bearer " + RealServers.keycloak().token("main", user, user + "-local");
    }

    /** The answer's document. */
    public static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
