package dev.vireo.local.origin;

import jakarta.servlet.DispatcherType;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.gaul.shaded.org.eclipse.jetty.server.Server;

/** Main class of the S3 server's child process: S3Proxy on a folder, made durable and tidy. */
public final class S3StoreMain {
    private static final long MAX_SIGNED_BODY = 32L << 20;

    private S3StoreMain() {}

    /** Arguments: folder, endpoint, bucket; keys from the environment. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).resolve("buckets");
        Path bucket = Files.createDirectories(root.resolve(arguments[2]));
        S3TemporaryFiles.sweep(bucket);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new S3DurableStore(new FilesystemNio2BlobStore(root.toString()), root))
                .endpoint(URI.create(arguments[1]))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4,
                        required("VIREO_S3_ACCESS_KEY"),
                        required("VIREO_S3_SECRET_KEY"))
                .v4MaxNonChunkedRequestSize(MAX_SIGNED_BODY)
                .ignoreUnknownHeaders(true)
                .corsRules(new CrossOriginResourceSharing())
                .stopTimeout(5_000)
                .build();
        quoteEtags(proxy);
        Runtime.getRuntime().addShutdownHook(new Thread(stopping(proxy), "stop"));
        proxy.start();
    }

    /** S3Proxy has no way to add a filter: its Jetty server is reached into. */
    private static void quoteEtags(S3Proxy proxy) throws ReflectiveOperationException {
        Field field = S3Proxy.class.getDeclaredField("server");
        field.setAccessible(true);
        Server server = (Server) field.get(proxy);
        ServletContextHandler context =
                Objects.requireNonNull(server.getDescendant(ServletContextHandler.class), "the servlet context");
        context.addFilter(new FilterHolder(new S3EtagQuotingFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    /** A failing stop ends the process all the same. */
    private static FutureTask<Boolean> stopping(S3Proxy proxy) {
        return new FutureTask<>(() -> {
            proxy.stop();
            return true;
        });
    }

    private static String required(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
