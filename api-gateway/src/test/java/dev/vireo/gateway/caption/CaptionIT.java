package dev.vireo.gateway.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.gateway.rest.ApiDescription;
import dev.vireo.kit.ShortUuid;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class CaptionIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final String FORM = "multipart/form-data; boundary=\"--frontier\"";

    @Test
    void listsThemInPeerTubesShape() {
        JsonNode all = GatewayUnderTest.json(GATEWAY.get(path(UpstreamFixture.PUBLIC, "")));

        assertThat(new ApiDescription().faults("CaptionList", all)).isEmpty();
        assertThat(all.path("total").asInt()).isEqualTo(2);
        JsonNode english = all.path("data").path(0);
        String file = "/media/" + UpstreamFixture.PUBLIC + "/captions/" + UpstreamFixture.ENGLISH;
        assertThat(english.path("language").path("label").asString()).isEqualTo("English");
        assertThat(english.path("captionPath").asString()).isEqualTo(file);
        assertThat(english.path("fileUrl").asString()).isEqualTo("http://" + GATEWAY.host("main") + file);
        assertThat(all.path("data").path(1).path("language").path("id").asString())
                .isEqualTo("pt-BR");
        assertThat(GatewayUnderTest.json(
                        GATEWAY.get("/api/v1/videos/" + ShortUuid.encode(UpstreamFixture.PUBLIC) + "/captions")))
                .isEqualTo(all);
    }

    @Test
    void theFilesOfAPrivateVideoHaveASignedAddress() {
        byte[] words = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nhello\n".getBytes(StandardCharsets.UTF_8);
        String open = "/captions/" + UpstreamFixture.ENGLISH;
        GATEWAY.put("main/" + UpstreamFixture.PRIVATE + open, words, "text/vtt");
        GATEWAY.put("main/" + UpstreamFixture.PUBLIC + open, words, "text/vtt");

        assertThat(GATEWAY.get(path(UpstreamFixture.PRIVATE, "")).statusCode()).isEqualTo(404);
        String signed = GatewayUnderTest.json(GATEWAY.getAs("alice", path(UpstreamFixture.PRIVATE, "")))
                .path("data")
                .path(0)
                .path("captionPath")
                .asString();

        HttpResponse<byte[]> file = GATEWAY.get(signed);
        assertThat(file.body()).isEqualTo(words);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/vtt;charset=utf-8");
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(control -> assertThat(control).startsWith("private"));
        assertThat(GATEWAY.get("/media/" + UpstreamFixture.PRIVATE + open).statusCode())
                .isEqualTo(404);
        assertThat(GATEWAY.get(signed.replace(UpstreamFixture.PRIVATE.toString(), UpstreamFixture.FAILED.toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(GATEWAY.get(signed.replace("/captions/", "/1/")).statusCode())
                .as("it opens nothing else")
                .isEqualTo(404);
        assertThat(GATEWAY.get("/media/" + UpstreamFixture.PUBLIC + open).body())
                .isEqualTo(words);
    }

    @Test
    void theFileIsPassedOnAsItIs() {
        byte[] file = new byte[200_000];
        new Random(3).nextBytes(file);

        assertThat(put("alice", FORM, form("captionfile", file)).statusCode()).isEqualTo(204);

        var heard = GATEWAY.services.captions.put.getLast();
        assertThat(heard.getVideoId()).isEqualTo(UpstreamFixture.PUBLIC.toString());
        assertThat(heard.getLanguage()).isEqualTo("fr");
        assertThat(heard.getContent().toByteArray()).isEqualTo(file);
    }

    @Test
    void whatIsNoSuchFormIsRefused() {
        byte[] file = "WEBVTT\n".getBytes(StandardCharsets.UTF_8);

        assertProblem(put("", FORM, form("captionfile", file)), 401, "");
        assertProblem(put("alice", "text/vtt", file), 415, "captionfile");
        assertProblem(put("alice", FORM, form("other", file)), 400, "captionfile");
        assertProblem(put("alice", FORM, file), 400, "multipart");
        assertProblem(put("alice", FORM, form("captionfile", new byte[1024 * 1024])), 413, "captionfile");
    }

    @Test
    void deletesThem() {
        assertThat(delete("alice", "fr").statusCode()).isEqualTo(204);
        assertThat(GATEWAY.services.captions.deleted.getLast().getLanguage()).isEqualTo("fr");
        assertProblem(delete("alice", "tlh"), 404, "tlh");
        assertProblem(delete("", "fr"), 401, "");
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String word) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(GatewayUnderTest.json(answer).path("detail").asString()).contains(word);
    }

    private static byte[] form(String name, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("----frontier\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"words.vtt\"\r\nContent-Type: text/vtt\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n----frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private static HttpResponse<byte[]> put(String user, String type, byte[] body) {
        return send(
                user,
                HttpRequest.newBuilder(GATEWAY.address(path(UpstreamFixture.PUBLIC, "/fr")))
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<byte[]> delete(String user, String language) {
        return send(
                user,
                HttpRequest.newBuilder(GATEWAY.address(path(UpstreamFixture.PUBLIC, "/" + language)))
                        .DELETE());
    }

    private static HttpResponse<byte[]> send(String user, HttpRequest.Builder request) {
        return GATEWAY.send(user.isEmpty() ? request : request.header("Authorization", GATEWAY.bearer(user)));
    }

    private static String path(UUID video, String language) {
        return "/api/v1/videos/" + video + "/captions" + language;
    }
}
