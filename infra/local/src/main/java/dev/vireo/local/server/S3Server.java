package dev.vireo.local.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An S3 server on the file system, durable before it answers; its bucket exists when {@link #start} returns. */
public final class S3Server extends LocalServer {
    /** Key of the local platform only. */
    public static final String ACCESS_KEY = "vireo-local";
    /** Secret of the local platform only. */
    public static final String SECRET_KEY = "vireo-local-secret";

    private static final int HEAP_MEBIBYTES = 384;

    private final ServerBinaries binaries;
    private final int port;
    private final String bucket;

    /** One bucket, created at start. */
    public S3Server(ServerBinaries binaries, DataFolder data, Port port, String bucket) {
        super("s3", data, List.of(port));
        this.binaries = binaries;
        this.port = port.number();
        this.bucket = bucket;
    }

    /** Where the S3 API is. */
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** The bucket that exists. */
    public String bucket() {
        return bucket;
    }

    @Override
    protected ServerCommand prepare() {
        String classPath = String.join(
                System.getProperty("path.separator"),
                ServerBinaries.codeLocation().toString(),
                binaries.of("s3proxy").resolve("*").toString());
        Path store = folder();
        return new ServerCommand(
                ServerBinaries.java(
                        HEAP_MEBIBYTES,
                        List.of(
                                "-cp",
                                classPath,
                                "dev.vireo.local.origin.S3StoreMain",
                                store.toString(),
                                endpoint(),
                                bucket)),
                Map.of("VIREO_S3_ACCESS_KEY", ACCESS_KEY, "VIREO_S3_SECRET_KEY", SECRET_KEY),
                store);
    }

    @Override
    protected boolean isHealthy() {
        return ports().getFirst().accepts();
    }
}
