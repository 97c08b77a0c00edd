package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.CompleteMultipartUploadArgs;
import io.minio.ComposeObjectArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.messages.Item;
import io.minio.messages.Part;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What STACK.md says of the S3 server, held. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3ServerIT {
    private static final int MEBIBYTE = 1 << 20;

    private final DataFolder data = OwnedFolders.claim(Path.of("target", "real-servers"), "s3");
    private final S3Server server = new S3Server(ServerBinaries.locate(), data, Port.free(), "vireo");
    private final MinioAsyncClient client = MinioAsyncClient.builder()
            .endpoint(server.endpoint())
            .region("us-east-1")
            .credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
            .build();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void stop() {
        server.kill9();
        OwnedFolders.delete(data.root());
    }

    @Test
    void theEtagIsTheOneOfThePut() throws Exception {
        String etag = put("main/etag", Map.of(), filled(3, 1))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat("\"" + stat("main/etag").etag() + "\"").isEqualTo(etag);
    }

    @Test
    void ofSixteenWritersOneWins() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            for (int round = 0; round < 20; round++) {
                String key = "main/once-" + round;
                List<Callable<Integer>> writers = new ArrayList<>();
                for (int writer = 0; writer < 16; writer++) {
                    byte[] body = filled(writer, 1000);
                    writers.add(
                            () -> put(key, Map.of("If-None-Match", "*"), body).statusCode());
                }
                List<Integer> codes = new ArrayList<>();
                for (Future<Integer> answer : pool.invokeAll(writers)) {
                    codes.add(answer.get());
                }
                assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
                assertThat(codes).filteredOn(code -> code != 200).containsOnly(412);
            }
        }
    }

    @Test
    void aMultipartUploadGoesOnAfterAKill() throws Exception {
        String key = "main/uploads/resumed";
        String upload = client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                        .bucket("vireo")
                        .object(key)
                        .build())
                .join()
                .result()
                .uploadId();
        String first = part(key, upload, 1, filled(1, 5 * MEBIBYTE));
        server.kill9();
        server.start();
        String second = part(key, upload, 2, filled(2, MEBIBYTE));
        client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                        .bucket("vireo")
                        .object(key)
                        .uploadId(upload)
                        .parts(new Part[] {new Part(1, first), new Part(2, second)})
                        .build())
                .join();
        assertThat(stat(key).size()).isEqualTo(6L * MEBIBYTE);
        byte[] border = range(key, "bytes=%d-%d".formatted(5 * MEBIBYTE - 1, 5 * MEBIBYTE));
        assertThat(border).containsExactly(1, 2);
    }

    @Test
    void objectsAreComposedByTheSdk() throws Exception {
        put("main/compose/a", Map.of(), filled(1, 5 * MEBIBYTE));
        put("main/compose/b", Map.of(), filled(2, 10));
        client.composeObject(ComposeObjectArgs.builder()
                        .bucket("vireo")
                        .object("main/compose/whole")
                        .sources(new ArrayList<>(List.of(source("main/compose/a"), source("main/compose/b"))))
                        .build())
                .join();
        assertThat(stat("main/compose/whole").size()).isEqualTo(5L * MEBIBYTE + 10);
    }

    @Test
    void aWriteInProgressIsNeitherListedNorKept() throws Exception {
        put("main/visible", Map.of(), filled(1, 10));
        Path left = data.of("s3").resolve("buckets/vireo/main/half-" + UUID.randomUUID());
        Files.write(left, filled(1, 10));
        assertThat(names("main/")).contains("main/visible").noneMatch(name -> name.startsWith("main/half-"));
        server.kill9();
        server.start();
        assertThat(left).doesNotExist();
        assertThat(names("main/")).contains("main/visible");
    }

    private SourceObject source(String key) {
        return SourceObject.builder().bucket("vireo").object(key).build();
    }

    private String part(String key, String upload, int number, byte[] body) throws Exception {
        return send(
                        key,
                        Map.of("partNumber", String.valueOf(number), "uploadId", upload),
                        Map.of(),
                        Http.Method.PUT,
                        HttpRequest.BodyPublishers.ofByteArray(body))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private HttpResponse<byte[]> put(String key, Map<String, String> headers, byte[] body) throws Exception {
        return send(key, Map.of(), headers, Http.Method.PUT, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private byte[] range(String key, String range) throws Exception {
        return send(key, Map.of(), Map.of("Range", range), Http.Method.GET, HttpRequest.BodyPublishers.noBody())
                .body();
    }

    private HttpResponse<byte[]> send(
            String key,
            Map<String, String> query,
            Map<String, String> headers,
            Http.Method method,
            HttpRequest.BodyPublisher body)
            throws Exception {
        String url = client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(method)
                .bucket("vireo")
                .object(key)
                .extraQueryParams(query)
                .build());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(method.name(), body);
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private StatObjectResponse stat(String key) throws Exception {
        return client.statObject(
                        StatObjectArgs.builder().bucket("vireo").object(key).build())
                .join();
    }

    private List<String> names(String prefix) throws Exception {
        List<String> names = new ArrayList<>();
        for (Result<Item> item : client.listObjects(ListObjectsArgs.builder()
                .bucket("vireo")
                .prefix(prefix)
                .recursive(true)
                .build())) {
            names.add(item.get().objectName());
        }
        return names;
    }

    private static byte[] filled(int value, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
