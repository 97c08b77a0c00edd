package dev.vireo.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.IndexSettingBlocks;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The indexes of one kind in the cluster. Every call may fail with UNAVAILABLE and can be made again. */
final class ElasticsearchIndices {
    private static final String ALREADY_THERE = "resource_already_exists_exception";
    private static final String NOT_THERE = "index_not_found_exception";

    private final ElasticsearchClient elasticsearch;
    private final IndexProperties properties;
    private final Kind kind;
    private final Pattern name;

    ElasticsearchIndices(ElasticsearchClient elasticsearch, IndexProperties properties, Kind kind) {
        this.elasticsearch = elasticsearch;
        this.properties = properties;
        this.kind = kind;
        this.name = Pattern.compile(Pattern.quote(alias() + "-") + "(\\d{6,9})");
    }

    /** What queries name. */
    String alias() {
        return properties.prefix() + "-" + kind.word();
    }

    /** All that are ours, and what else the read alias names: it was made by a version before generations. */
    List<SearchIndex> all() {
        List<SearchIndex> all = new ArrayList<>();
        var there = asked(() -> elasticsearch
                .indices()
                .get(get -> get.index(alias() + "-*").allowNoIndices(true))
                .indices());
        there.forEach((index, state) -> {
            boolean answers = state.aliases().containsKey(alias());
            Matcher ours = name.matcher(index);
            if (ours.matches() || answers) {
                all.add(new SearchIndex(
                        kind,
                        index,
                        Objects.requireNonNullElse(setting(state.settings()).uuid(), ""),
                        ours.matches() ? Integer.parseInt(ours.group(1)) : 0,
                        mapping(state.mappings()),
                        answers,
                        isBlocked(setting(state.settings()).blocks())));
            }
        });
        return all;
    }

    /** Makes the next; another replica may have been faster. */
    void create(int generation, Mapping mapping) {
        String next = "%s-%06d".formatted(alias(), generation);
        String definition = mapping.definition(kind, properties, SearchIndex.writeAlias(next));
        unless(
                ALREADY_THERE,
                () -> elasticsearch
                        .indices()
                        .create(CreateIndexRequest.of(index ->
                                index.withJson(new StringReader(definition)).index(next))));
    }

    /** Queries go there from now on, unless another replica sent them elsewhere meanwhile. */
    void answer(SearchIndex index, List<SearchIndex> before) {
        List<Action> actions = new ArrayList<>();
        before.forEach(old -> actions.add(Action.of(change ->
                change.remove(alias -> alias.index(old.name()).alias(alias()).mustExist(true)))));
        actions.add(Action.of(
                change -> change.add(alias -> alias.index(index.name()).alias(alias()))));
        asked(() -> {
            elasticsearch
                    .indices()
                    .putSettings(change -> change.index(index.name())
                            .settings(settings -> settings.refreshInterval(interval ->
                                    interval.time(properties.refresh().toMillis() + "ms"))));
            elasticsearch.indices().refresh(refresh -> refresh.index(index.name()));
            return elasticsearch.indices().updateAliases(change -> change.actions(actions));
        });
    }

    /** Another replica may have been faster. */
    void remove(SearchIndex index) {
        unless(NOT_THERE, () -> elasticsearch.indices().delete(delete -> delete.index(index.name())));
    }

    private static IndexSettings setting(@Nullable IndexSettings settings) {
        if (settings == null) {
            return IndexSettings.of(none -> none);
        }
        return Objects.requireNonNullElse(settings.index(), settings);
    }

    private static boolean isBlocked(@Nullable IndexSettingBlocks blocks) {
        return blocks != null
                && (Boolean.TRUE.equals(blocks.readOnlyAllowDelete())
                        || Boolean.TRUE.equals(blocks.readOnly())
                        || Boolean.TRUE.equals(blocks.write()));
    }

    private static Mapping mapping(@Nullable TypeMapping mapping) {
        Map<String, JsonData> meta = mapping == null ? Map.of() : mapping.meta();
        return meta.containsKey("number") && meta.containsKey("digest")
                ? new Mapping(
                        meta.get("number").to(Integer.class), meta.get("digest").to(String.class))
                : new Mapping(0, "");
    }

    private static void unless(String passing, Call<?> call) {
        asked(() -> {
            try {
                return call.answer();
            } catch (ElasticsearchException refused) {
                if (type(refused.error()).equals(passing)) {
                    return true;
                }
                throw refused;
            }
        });
    }

    private static String type(ErrorCause error) {
        return String.valueOf(error.type());
    }

    private static <T> T asked(Call<T> call) {
        try {
            return call.answer();
        } catch (ElasticsearchException refused) {
            throw ElasticsearchErrors.refused(refused);
        } catch (IOException away) {
            throw ElasticsearchErrors.away(away);
        }
    }

    private interface Call<T> {
        T answer() throws IOException;
    }
}
