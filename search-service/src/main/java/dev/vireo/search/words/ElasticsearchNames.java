package dev.vireo.search.words;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/** Looks for words in what has a name and little else, as channels and playlists have. */
public final class ElasticsearchNames {
    private static final String NEARLY_ALL = "2<75%";

    private ElasticsearchNames() {}

    /** All words as they are in these fields, or nearly all with a typo each in those where one is likely. */
    public static Query words(String words, List<String> fields, List<String> typed) {
        Query exact = Query.of(query ->
                query.multiMatch(match -> match.query(words).fields(fields).minimumShouldMatch(NEARLY_ALL)));
        Query typos = Query.of(query -> query.multiMatch(match -> match.query(words)
                .fields(typed)
                .fuzziness("AUTO")
                .prefixLength(1)
                .maxExpansions(30)
                .minimumShouldMatch(NEARLY_ALL)));
        return Query.of(query -> query.bool(any -> any.should(exact, typos)));
    }

    /** By that field, which may be {@code _score}; equal ones by id. */
    public static List<SortOptions> sort(String by, boolean ascending) {
        SortOrder direction = ascending ? SortOrder.Asc : SortOrder.Desc;
        return List.of(
                SortOptions.of(sort -> sort.field(field -> field.field(by).order(direction))),
                SortOptions.of(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc))));
    }
}
