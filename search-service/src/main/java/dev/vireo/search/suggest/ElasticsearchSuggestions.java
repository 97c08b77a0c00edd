package dev.vireo.search.suggest;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexProperties;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import dev.vireo.search.suggest.ElasticsearchCompletions.Source;
import dev.vireo.search.words.Folded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks the indexes for titles, channels and tags. Titles, from each of their words on, are in the index's completion field, which
 * has them for listed videos alone, by instance.
 */
@Component
final class ElasticsearchSuggestions {
    /** Videos of the same title are one suggestion. */
    private static final int SPARE = 2;

    /** Of ten suggestions three are tags and three are channels when there are enough of all. */
    private static final int SHARE = 3;

    /** Who gets as many of what was typed has hardly mistyped it. */
    private static final int ENOUGH = 3;

    private final ElasticsearchQueries elasticsearch;
    private final ElasticsearchTags tags;
    private final IndexLife videos;
    private final IndexLife channels;
    private final String time;

    ElasticsearchSuggestions(
            ElasticsearchQueries elasticsearch, ElasticsearchTags tags, Indexes indexes, IndexProperties properties) {
        this.elasticsearch = elasticsearch;
        this.tags = tags;
        this.videos = indexes.of(Kind.VIDEO);
        this.channels = indexes.of(Kind.CHANNEL);
        this.time = properties.queryTimeout().toMillis() + "ms";
    }

    /** At most {@code count}; UNAVAILABLE while the cluster is away or too slow. */
    List<Suggestion> find(InstanceId instance, String typed, int count) {
        List<Suggestion> used = tags.find(instance, typed, count);
        ElasticsearchCompletions asked =
                new ElasticsearchCompletions(instance, typed, count + SPARE, Math.ceilDiv(count, 2), false);
        Map<String, Suggestion> titles = new LinkedHashMap<>();
        Set<Suggestion> names = new LinkedHashSet<>();
        add(asked, titles, names);
        if (titles.size() + names.size() + used.size() < ENOUGH) {
            add(asked.forgiving(), titles, names);
        }
        return mixed(List.copyOf(titles.values()), List.copyOf(names), used, count);
    }

    /** No channels while none are up to date, or from an index that keeps them where titles are asked for. */
    private List<String> indexes() {
        return channels.answersNow() && channels.isOfThisVersion()
                ? List.of(videos.alias(), channels.alias())
                : List.of(videos.alias());
    }

    /** Videos of the same title are one suggestion. */
    private void add(ElasticsearchCompletions asked, Map<String, Suggestion> titles, Set<Suggestion> names) {
        SearchResponse<Source> answer =
                elasticsearch.search(asked.ask(indexes(), time).build(), Source.class);
        ElasticsearchCompletions.titles(answer)
                .forEach(video -> titles.putIfAbsent(Folded.of(video.name()), video.title()));
        ElasticsearchCompletions.names(answer).map(Source::channel).forEach(names::add);
    }

    /** Tags, then channels, then titles; of tags and channels more than their share where titles leave room. */
    private static List<Suggestion> mixed(
            List<Suggestion> titles, List<Suggestion> channels, List<Suggestion> tags, int count) {
        int share = count * SHARE / 10;
        int room = count - titles.size();
        List<Suggestion> all = new ArrayList<>();
        tags.stream()
                .limit(Math.max(share, room - Math.min(channels.size(), share)))
                .forEach(all::add);
        channels.stream().limit(Math.max(share, room - all.size())).forEach(all::add);
        titles.stream().limit(Math.max(0, count - all.size())).forEach(all::add);
        return all.subList(0, Math.min(count, all.size()));
    }
}
