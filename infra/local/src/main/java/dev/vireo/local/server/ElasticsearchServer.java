package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Elasticsearch, one node without accounts; its indices can be searched when {@link #start} returns. */
public final class ElasticsearchServer extends LocalServer {
    private static final int QUICK_HEAP_MEBIBYTES = 256;
    private static final int FAST_HEAP_MEBIBYTES = 768;

    /** As its own launcher gives them, less what only a production node needs; that launcher takes as long as the server. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:MaxDirectMemorySize=128m",
            "-Xss1m",
            "-Djava.awt.headless=true",
            "-Djava.locale.providers=CLDR",
            "-Dfile.encoding=UTF-8",
            "-Des.networkaddress.cache.ttl=60",
            "-Des.networkaddress.cache.negative.ttl=10",
            "-Des.distribution.type=zip",
            "-Des.java.type=ES_JAVA_HOME",
            "-Dio.netty.noUnsafe=true",
            "-Dio.netty.noKeySetOptimization=true",
            "-Dio.netty.recycler.maxCapacityPerThread=0",
            "-Dlog4j.shutdownHookEnabled=false",
            "-Dlog4j2.disable.jmx=true",
            "-Dlog4j2.formatMsgNoLookups=true",
            "-Dorg.apache.lucene.vectorization.upperJavaFeatureVersion=25",
            "-Dorg.apache.lucene.store.defaultReadAdvice=normal",
            "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
            // It watches what its own modules touch by an agent that it attaches to itself.
            "-XX:+EnableDynamicAgentLoading",
            "-Djdk.attach.allowAttachSelf=true",
            "--add-exports=java.base/org.elasticsearch.entitlement.bridge=org.elasticsearch.entitlement,java.logging,java.net.http,java.naming,jdk.net,jdk.zipfs,jdk.management.agent",
            "--add-opens=org.apache.lucene.core/org.apache.lucene.codecs.lucene99=org.elasticsearch.server",
            "--add-opens=org.apache.lucene.core/org.apache.lucene.codecs.hnsw=org.elasticsearch.server",
            "--add-opens=org.apache.lucene.core/org.apache.lucene.internal.vectorization=org.elasticsearch.server",
            "--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,org.apache.lucene.core",
            "--enable-native-access=ALL-UNNAMED",
            "--illegal-native-access=deny",
            "--add-modules=jdk.net",
            "--add-modules=jdk.management.agent",
            "--add-modules=ALL-MODULE-PATH");

    private static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{ISO8601} %-5p %c{1.} [%node_name]%marker %m%consoleException%n
            rootLogger.level = warn
            rootLogger.appenderRef.console.ref = console
            logger.node.name = org.elasticsearch.node
            logger.node.level = info
            logger.plugins.name = org.elasticsearch.plugins
            logger.plugins.level = info
            """;

    private final ServerBinaries binaries;
    private final int port;
    private final boolean quick;

    /** One node that nobody joins, starts quickly and takes little memory: its second port is any that is free. */
    public ElasticsearchServer(ServerBinaries binaries, DataFolder data, Port port) {
        this(binaries, data, port, true);
    }

    /** The same; when it need not be quick to start it answers in half the time, with thrice the memory. */
    public ElasticsearchServer(ServerBinaries binaries, DataFolder data, Port port, boolean quick) {
        super("elasticsearch", data, List.of(port));
        this.binaries = binaries;
        this.port = port.number();
        this.quick = quick;
    }

    /** Where its REST API is. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    protected ServerCommand prepare() {
        Path home = ServerBinaries.onlyEntry(binaries.of("elasticsearch"));
        Path settings = created("config");
        Path temporary = created("tmp");
        try {
            Files.writeString(settings.resolve("log4j2.properties"), LOGGING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path bridge = ServerBinaries.onlyEntry(home.resolve("lib/entitlement-bridge"));
        List<String> words = new ArrayList<>(Unprivileged.prefix("Elasticsearch", folder(), log()));
        words.addAll(java(Stream.concat(
                        JVM_OPTIONS.stream(),
                        Stream.of(
                                "-Des.path.home=" + home,
                                "-Djava.io.tmpdir=" + temporary,
                                "-XX:ErrorFile=" + folder().resolve("crash-%p.log"),
                                "--patch-module=java.base=" + bridge,
                                "--module-path=" + home.resolve("lib"),
                                "-m",
                                "org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch"))
                .toList()));
        ElasticsearchArguments arguments = new ElasticsearchArguments(settings(home), settings, created("logs"));
        return new ServerCommand(words, Map.of("LIBFFI_TMPDIR", temporary.toString()), folder(), arguments.bytes());
    }

    private List<String> java(List<String> words) {
        return quick
                ? ServerBinaries.java(QUICK_HEAP_MEBIBYTES, words)
                : ServerBinaries.fastJava(FAST_HEAP_MEBIBYTES, words);
    }

    /** Yellow: every index has its documents, though no second copy of them. */
    @Override
    protected boolean isHealthy() {
        return ports().getFirst().accepts()
                && HealthHttpClient.isReady(address() + "/_cluster/health?wait_for_status=yellow&timeout=2s");
    }

    /**
     * A nearly full disk must not make indices read-only; the small heap is often full of garbage, which is no reason to
     * refuse. A lost index must not come back by a write, without its mapping.
     */
    private Map<String, String> settings(Path home) {
        return Map.ofEntries(
                Map.entry("path.home", home.toString()),
                Map.entry("path.data", created("data").toString()),
                Map.entry("path.logs", created("logs").toString()),
                Map.entry("cluster.name", "vireo"),
                Map.entry("node.name", "local"),
                Map.entry("discovery.type", "single-node"),
                Map.entry("network.host", "127.0.0.1"),
                Map.entry("http.port", String.valueOf(port)),
                Map.entry("transport.port", "0"),
                Map.entry("xpack.security.enabled", "false"),
                Map.entry("action.auto_create_index", "false"),
                Map.entry("cluster.routing.allocation.disk.threshold_enabled", "false"),
                Map.entry("indices.breaker.total.use_real_memory", "false"));
    }

    private Path created(String name) {
        try {
            return Files.createDirectories(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
