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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an index's completion field has for what was typed.
 *
 * @param instance whose documents
 * @param typed so far
 * @param count how many at most
 * @param typo a letter may be wrong
 */
record ElasticsearchCompletions(InstanceId instance, String typed, int count, boolean typo) {
    private static final String NAME = "completions";

    /** The same with typos. */
    ElasticsearchCompletions forgiving() {
        return new ElasticsearchCompletions(instance, typed, count, true);
    }

    /** The question, with these fields of each. */
    SearchRequest.Builder ask(String index, String time, String... fields) {
        return new SearchRequest.Builder()
                .index(index)
                .size(0)
                .source(source -> source.filter(filter -> filter.includes(List.of(fields))))
                .timeout(time)
                .trackTotalHits(track -> track.enabled(false))
                .suggest(Suggester.of(suggest -> suggest.suggesters(NAME, completion())));
    }

    /** What was found, the best first. */
    static <T> Stream<T> of(SearchResponse<T> answer) {
        return answer.suggest().getOrDefault(NAME, List.of()).stream()
                .flatMap(entry -> entry.completion().options().stream())
                .map(CompletionSuggestOption::source)
                .filter(Objects::nonNull);
    }

    private FieldSuggester completion() {
        CompletionContext here =
                CompletionContext.of(context -> context.context(name -> name.category(instance.value())));
        return FieldSuggester.of(suggester -> suggester.prefix(typed).completion(CompletionSuggester.of(completion -> {
            completion.field("suggest").size(count).contexts("instance", List.of(here));
            return typo
                    ? completion.fuzzy(SuggestFuzziness.of(
                            fuzzy -> fuzzy.fuzziness("AUTO").prefixLength(1).unicodeAware(true)))
                    : completion;
        })));
    }
}
