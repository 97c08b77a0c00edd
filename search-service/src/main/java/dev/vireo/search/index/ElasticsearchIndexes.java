package dev.vireo.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The indexes of videos. One is made for each version of the mapping; queries go to the alias, which names the
 * newest.
 */
@Component
public final class ElasticsearchIndexes {
    private static final String ALREADY_THERE = "resource_already_exists_exception";
    private static final int DIGITS = 8;

    private final ElasticsearchClient elasticsearch;
    private final IndexProperties properties;
    private final String mapping;
    private boolean made;

    ElasticsearchIndexes(ElasticsearchClient elasticsearch, IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.properties = properties;
        this.mapping = resource();
    }

    /** What queries name. */
    public String alias() {
        return properties.prefix() + "-video";
    }

    /** How long the cluster works on a query before it gives up. */
    public String queryTime() {
        return properties.queryTimeout().toMillis() + "ms";
    }

    /** The index of the present mapping. */
    public String current() {
        return alias() + "-" + digest(mapping).substring(0, DIGITS);
    }

    /**
     * Makes the index of the present mapping where there is none, at the start and as often as is asked. UNAVAILABLE
     * while the cluster does not take it.
     */
    @Scheduled(fixedDelay = 5_000)
    public synchronized void make() {
        if (made) {
            return;
        }
        try {
            if (!exists(current())) {
                create();
            }
            point();
            made = true;
        } catch (ElasticsearchException | IOException away) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE, "The search index cannot be made now: " + away.getMessage(), away);
        }
    }

    private boolean exists(String index) throws IOException {
        return elasticsearch.indices().exists(asked -> asked.index(index)).value();
    }

    /** Several replicas may do this at once: one wins. */
    private void create() throws IOException {
        try {
            elasticsearch
                    .indices()
                    .create(CreateIndexRequest.of(index ->
                            index.withJson(new StringReader(definition())).index(current())));
        } catch (ElasticsearchException refused) {
            if (!ALREADY_THERE.equals(refused.error().type())) {
                throw refused;
            }
        }
    }

    /** The index of an older mapping gets no more events: what is found there would be out of date. */
    private void point() throws IOException {
        elasticsearch
                .indices()
                .updateAliases(change -> change.actions(old -> old.remove(alias ->
                                alias.index(alias() + "-*").alias(alias()).mustExist(false)))
                        .actions(present ->
                                present.add(alias -> alias.index(current()).alias(alias()))));
    }

    /** The mapping, and how this deployment keeps it. */
    private String definition() {
        JsonMapper json = new JsonMapper();
        ObjectNode whole = (ObjectNode) json.readTree(mapping);
        ((ObjectNode) whole.get("settings"))
                .put("number_of_shards", properties.shards())
                .put("number_of_replicas", properties.replicas())
                .put("refresh_interval", properties.refresh().toMillis() + "ms");
        return whole.toString();
    }

    private static String resource() {
        try (InputStream json = ElasticsearchIndexes.class.getResourceAsStream("/index/video.json")) {
            if (json == null) {
                throw new IllegalStateException("The mapping is missing");
            }
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
