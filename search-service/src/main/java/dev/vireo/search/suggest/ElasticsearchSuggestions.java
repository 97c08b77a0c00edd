package dev.vireo.search.suggest;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.index.ElasticsearchQueries;
import dev.vireo.search.index.ElasticsearchQueries.Progress;
import dev.vireo.search.index.IndexProperties;
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
 * has them for listed videos alone, by instance. What was found is remembered until an index shows something else.
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
    private final SuggestedIndexes indexes;
    private final String time;
    private final Cache<Question, Answer> answers;

    ElasticsearchSuggestions(
            ElasticsearchQueries elasticsearch,
            ElasticsearchTags tags,
            SuggestedIndexes indexes,
            IndexProperties properties,
            SuggestProperties suggest) {
        this.elasticsearch = elasticsearch;
        this.tags = tags;
        this.indexes = indexes;
        this.time = properties.queryTimeout().toMillis() + "ms";
        this.answers = Caffeine.newBuilder().maximumSize(suggest.remembered()).build();
    }

    private record Question(InstanceId instance, String typed, int count) {}

    /** What was found while the indexes were in a state. */
    private record Answer(Map<String, Progress> state, List<Suggestion> found) {}

    /** At most {@code count}; UNAVAILABLE while the cluster is away or too slow. */
    List<Suggestion> find(InstanceId instance, String typed, int count) {
        Question question = new Question(instance, typed, count);
        Map<String, Progress> state = indexes.lately();
        Answer before = answers.getIfPresent(question);
        if (before != null && before.state().equals(state)) {
            return before.found();
        }
        ElasticsearchTags.Found used = tags.find(instance, typed, count);
        List<Suggestion> found = ask(question, used.tags());
        if (used.state().equals(state)) {
            answers.put(question, new Answer(state, found));
        }
        return found;
    }

    private List<Suggestion> ask(Question question, List<Suggestion> used) {
        int count = question.count();
        ElasticsearchCompletions asked = new ElasticsearchCompletions(
                question.instance(), question.typed(), count + SPARE, Math.ceilDiv(count, 2), false);
        Map<String, Suggestion> titles = new LinkedHashMap<>();
        Set<Suggestion> names = new LinkedHashSet<>();
        add(asked, titles, names);
        if (titles.size() + names.size() + used.size() < ENOUGH) {
            add(asked.forgiving(), titles, names);
        }
        return mixed(List.copyOf(titles.values()), List.copyOf(names), used, count);
    }

    /** Videos of the same title are one suggestion. */
    private void add(ElasticsearchCompletions asked, Map<String, Suggestion> titles, Set<Suggestion> names) {
        SearchResponse<Source> answer =
                elasticsearch.search(asked.ask(indexes.names(), time).build(), Source.class);
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
        return List.copyOf(all.subList(0, Math.min(count, all.size())));
    }
}
