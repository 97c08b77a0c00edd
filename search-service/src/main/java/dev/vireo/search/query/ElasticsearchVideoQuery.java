package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.json.JsonData;
import dev.vireo.search.query.VideoQuery.Range;
import dev.vireo.search.sight.ElasticsearchSight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question in the terms of the index: what the caller may see comes first, whatever else is asked. */
final class ElasticsearchVideoQuery {
    /** A title says most of what a video is about; the form in the text's own language counts as much. */
    private static final List<String> TITLES = List.of("name^5", "in.*.name^5", "tags.words^3");

    private static final List<String> REST =
            List.of("channel.displayName^2", "account.displayName^2", "description", "in.*.description");

    private static final String UNKNOWN_LANGUAGE = "_unknown";
    /** Of the logarithm: a million views are worth as much as being of today. */
    private static final double POPULARITY = 0.05;
    /** What is only said somewhere in a video comes after those that are about it. */
    private static final float SPOKEN = 1;

    private static final double LANGUAGE = 0.5;

    private static final String NEARLY_ALL = "2<75%";
    private static final int LONGEST_TYPED = 80;

    private ElasticsearchVideoQuery() {}

    /** {@code spokenIn} are videos in which the words are spoken, if they may be seen. */
    static Query of(VideoQuery asked, List<String> spokenIn) {
        BoolQuery.Builder all = ElasticsearchSight.begin(asked.sight());
        labels(all, asked.filter().labels());
        flag(all, "nsfw", asked.filter().nsfw());
        flag(all, "live", asked.filter().live());
        flag(all, "local", asked.filter().local());
        where(all, asked.filter().of());
        range(all, "duration", asked.filter().duration());
        range(all, "publishedAt", asked.filter().published());
        if (asked.words().isEmpty()) {
            return all.build()._toQuery();
        }
        all.must(words(asked.words(), spokenIn));
        return better(all.build()._toQuery(), asked.boosted());
    }

    static List<SortOptions> sort(VideoQuery.Order order) {
        SortOrder direction = order.ascending() ? SortOrder.Asc : SortOrder.Desc;
        SortOptions first = order.sort() == VideoQuery.Sort.MATCH
                ? SortOptions.of(sort -> sort.score(score -> score.order(direction)))
                : SortOptions.of(sort ->
                        sort.field(field -> field.field(order.sort().field()).order(direction)));
        return List.of(
                first,
                SortOptions.of(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc))));
    }

    static List<FieldValue> after(Cursor cursor) {
        FieldValue value = switch (cursor.order().sort()) {
            case NAME -> FieldValue.of(cursor.value());
            case MATCH, TRENDING, HOT -> FieldValue.of(Double.parseDouble(cursor.value()));
            case PUBLISHED, CREATED, DURATION, VIEWS, LIKES -> FieldValue.of((long) Double.parseDouble(cursor.value()));
        };
        return List.of(value, FieldValue.of(cursor.id()));
    }

    /** All words as they are or in the same stem, or nearly all with a typo each; together in the title is best. */
    private static Query words(String words, List<String> spokenIn) {
        BoolQuery.Builder any = new BoolQuery.Builder()
                .minimumShouldMatch("1")
                .should(Query.of(exact -> exact.multiMatch(match -> match.query(words)
                        .fields(TITLES)
                        .fields(REST)
                        .type(TextQueryType.BestFields)
                        .tieBreaker(0.3)
                        .minimumShouldMatch(NEARLY_ALL))));
        if (!spokenIn.isEmpty()) {
            Query spoken = terms("id", spokenIn.stream().map(FieldValue::of).toList());
            any.should(Query.of(
                    query -> query.constantScore(score -> score.filter(spoken).boost(SPOKEN))));
        }
        // A long text is copied rather than typed, and to look for each of its words with a typo costs much.
        return words.length() > LONGEST_TYPED ? any.build()._toQuery() : typed(any, words);
    }

    private static Query typed(BoolQuery.Builder any, String words) {
        return any.should(Query.of(typos -> typos.multiMatch(match -> match.query(words)
                        .fields("name^2", "tags.words", "channel.displayName")
                        .fuzziness("AUTO")
                        .prefixLength(1)
                        .maxExpansions(30)
                        .minimumShouldMatch(NEARLY_ALL))))
                .should(Query.of(together -> together.matchPhrase(
                        phrase -> phrase.field("name").query(words).slop(2).boost(10f))))
                .build()
                ._toQuery();
    }

    /** One in a language that the reader prefers comes before one that matches alike. */
    private static Query better(Query query, List<String> boosted) {
        if (boosted.isEmpty()) {
            return ElasticsearchWeights.weighed(query, POPULARITY);
        }
        Query preferred = terms("language", boosted.stream().map(FieldValue::of).toList());
        return ElasticsearchWeights.weighed(
                query,
                POPULARITY,
                FunctionScore.of(language -> language.filter(preferred).weight(LANGUAGE)));
    }

    private static void labels(BoolQuery.Builder all, VideoQuery.Labels labels) {
        anyNumber(all, "category", labels.categories());
        anyNumber(all, "licence", labels.licences());
        if (!labels.languages().isEmpty()) {
            all.filter(languages(labels.languages()));
        }
        anyOf(all, "tags", labels.anyTag());
        labels.allTags().forEach(tag -> all.filter(term("tags", tag)));
    }

    private static Query languages(List<String> languages) {
        Query said = terms("language", languages.stream().map(FieldValue::of).toList());
        if (!languages.contains(UNKNOWN_LANGUAGE)) {
            return said;
        }
        Query unsaid = Query.of(query ->
                query.bool(none -> none.mustNot(there -> there.exists(exists -> exists.field("language")))));
        return Query.of(query -> query.bool(any -> any.should(said, unsaid)));
    }

    private static void where(BoolQuery.Builder all, VideoQuery.Of of) {
        anyOf(all, "id", of.ids());
        exactly(all, "host", of.host());
        exactly(all, "account.name", of.account().name());
        exactly(all, "account.id", of.account().id());
        exactly(all, "channel.name", of.channel().name());
        exactly(all, "channel.id", of.channel().id());
        anyOf(all, "channel.id", of.channels());
    }

    private static void exactly(BoolQuery.Builder all, String field, String text) {
        if (!text.isEmpty()) {
            all.filter(term(field, text));
        }
    }

    private static void anyOf(BoolQuery.Builder all, String field, List<String> values) {
        if (!values.isEmpty()) {
            all.filter(terms(field, values.stream().map(FieldValue::of).toList()));
        }
    }

    private static void anyNumber(BoolQuery.Builder all, String field, List<Integer> values) {
        if (!values.isEmpty()) {
            all.filter(terms(field, values.stream().map(FieldValue::of).toList()));
        }
    }

    private static Query terms(String field, List<FieldValue> values) {
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(any -> any.value(values))));
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static void flag(BoolQuery.Builder all, String field, @Nullable Boolean value) {
        if (value != null) {
            all.filter(Query.of(query -> query.term(term -> term.field(field).value(value))));
        }
    }

    private static void range(BoolQuery.Builder all, String field, Range range) {
        if (range.from() != null || range.to() != null) {
            all.filter(Query.of(query -> query.range(between -> between.untyped(any -> {
                any.field(field);
                if (range.from() != null) {
                    any.gte(JsonData.of(range.from()));
                }
                return range.to() == null ? any : any.lte(JsonData.of(range.to()));
            }))));
        }
    }
}
