package dev.vireo.search.suggest;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.CompletionContext;
import co.elastic.clients.elasticsearch.core.search.CompletionSuggestOption;
import co.elastic.clients.elasticsearch.core.search.CompletionSuggester;
import co.elastic.clients.elasticsearch.core.search.FieldSuggester;
import co.elastic.clients.elasticsearch.core.search.SuggestFuzziness;
import co.elastic.clients.elasticsearch.core.search.Suggester;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.Suggestions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the indexes' completion fields have for what was typed, titles and names of channels in one question.
 *
 * @param instance whose documents
 * @param typed so far
 * @param titles how many at most
 * @param names how many at most
 * @param typo a letter may be wrong
 */
record ElasticsearchCompletions(InstanceId instance, String typed, int titles, int names, boolean typo) {
    private static final String TITLES = "titles";
    private static final String NAMES = "names";
    private static final List<String> FIELDS = List.of("id", "name", "displayName", "local", "host");

    /** The same with typos. */
    ElasticsearchCompletions forgiving() {
        return new ElasticsearchCompletions(instance, typed, titles, names, true);
    }

    /** The question. */
    SearchRequest.Builder ask(List<String> indexes, String time) {
        return new SearchRequest.Builder()
                .index(indexes)
                .size(0)
                .allowPartialSearchResults(false)
                .source(source -> source.filter(filter -> filter.includes(FIELDS)))
                .timeout(time)
                .trackTotalHits(track -> track.enabled(false))
                .suggest(Suggester.of(
                        suggest -> suggest.suggesters(TITLES, completion(Suggestions.titlesOf(instance), titles))
                                .suggesters(NAMES, completion(Suggestions.namesOf(instance), names))));
    }

    /** The videos that were found, the best first. */
    static Stream<Source> titles(SearchResponse<Source> answer) {
        return of(answer, TITLES);
    }

    /** The channels that were found, the best first. */
    static Stream<Source> names(SearchResponse<Source> answer) {
        return of(answer, NAMES);
    }

    private static Stream<Source> of(SearchResponse<Source> answer, String name) {
        return answer.suggest().getOrDefault(name, List.of()).stream()
                .flatMap(entry -> entry.completion().options().stream())
                .map(CompletionSuggestOption::source)
                .filter(Objects::nonNull);
    }

    private FieldSuggester completion(String context, int count) {
        CompletionContext there = CompletionContext.of(in -> in.context(name -> name.category(context)));
        return FieldSuggester.of(suggester -> suggester.prefix(typed).completion(CompletionSuggester.of(completion -> {
            completion.field("suggest").size(count).contexts("instance", List.of(there));
            return typo
                    ? completion.fuzzy(SuggestFuzziness.of(
                            fuzzy -> fuzzy.fuzziness("AUTO").prefixLength(1).unicodeAware(true)))
                    : completion;
        })));
    }

    /**
     * What is read of a video or a channel.
     *
     * @param name a video's title, a channel's handle
     * @param displayName of a channel
     */
    record Source(
            String id,
            String name,
            @Nullable String displayName,
            boolean local,
            @Nullable String host) {
        Suggestion title() {
            return new Suggestion(Suggestion.Kind.VIDEO, name, id, "");
        }

        Suggestion channel() {
            return new Suggestion(
                    Suggestion.Kind.CHANNEL,
                    Objects.requireNonNull(displayName),
                    id,
                    local || host == null ? name : name + "@" + host);
        }
    }
}
