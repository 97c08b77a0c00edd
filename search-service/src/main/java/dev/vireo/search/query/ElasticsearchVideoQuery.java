package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import dev.vireo.search.document.Tiebreaker;
import dev.vireo.search.query.VideoQuery.Range;
import dev.vireo.search.sight.ElasticsearchSight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question in the terms of the index: what the caller may see comes first, whatever else is asked. */
final class ElasticsearchVideoQuery {
    private static final String UNKNOWN_LANGUAGE = "_unknown";
    /** Of the logarithm: a million views are worth as much as being of today. */
    private static final double POPULARITY = 0.05;

    private static final double LANGUAGE = 0.5;

    private ElasticsearchVideoQuery() {}

    /** Those that the filters let pass. */
    static Query of(VideoQuery asked) {
        return filtered(asked).build()._toQuery();
    }

    /** Those of them that have the words, which alone decide the score: the index passes over what cannot be among the best. */
    static Query of(VideoQuery asked, Query words) {
        return filtered(asked).must(words).build()._toQuery();
    }

    /** The same in no order, to count them. */
    static Query unordered(VideoQuery asked, Query words) {
        return filtered(asked).filter(words).build()._toQuery();
    }

    /** What a score is multiplied by among the best: a number from 1 on, so that none of them falls behind the others. */
    static Query better(VideoQuery asked) {
        Query all = Query.of(query -> query.constantScore(score -> score.filter(any -> any.matchAll(every -> every))));
        if (asked.boosted().isEmpty()) {
            return ElasticsearchWeights.weighed(all, POPULARITY);
        }
        // One in a language that the reader prefers comes before one that matches alike.
        Query preferred =
                terms("language", asked.boosted().stream().map(FieldValue::of).toList());
        return ElasticsearchWeights.weighed(
                all,
                POPULARITY,
                FunctionScore.of(language -> language.filter(preferred).weight(LANGUAGE)));
    }

    private static BoolQuery.Builder filtered(VideoQuery asked) {
        BoolQuery.Builder all = ElasticsearchSight.begin(asked.sight());
        labels(all, asked.filter().labels());
        flag(all, "nsfw", asked.filter().nsfw());
        flag(all, "live", asked.filter().live());
        flag(all, "local", asked.filter().local());
        where(all, asked.filter().of());
        range(all, "duration", asked.filter().duration());
        range(all, "publishedAt", asked.filter().published());
        return all;
    }

    static List<SortOptions> sort(VideoQuery.Order order) {
        SortOrder direction = order.ascending() ? SortOrder.Asc : SortOrder.Desc;
        SortOptions first = order.sort() == VideoQuery.Sort.MATCH
                ? SortOptions.of(sort -> sort.score(score -> score.order(direction)))
                : SortOptions.of(sort -> sort.field(field ->
                        field.field(order.sort().field()).order(direction).unmappedType(FieldType.Long)));
        return List.of(
                first,
                SortOptions.of(sort ->
                        sort.field(field -> field.field(Tiebreaker.FIELD).order(SortOrder.Asc))));
    }

    static List<FieldValue> after(Cursor cursor) {
        FieldValue value = switch (cursor.order().sort()) {
            case NAME -> FieldValue.of(cursor.value());
            case TRENDING, HOT -> FieldValue.of(Double.parseDouble(cursor.value()));
            case PUBLISHED, CREATED, DURATION, VIEWS, LIKES, COMMENTS ->
                FieldValue.of((long) Double.parseDouble(cursor.value()));
            case MATCH -> throw new IllegalArgumentException("Its pages are counted");
        };
        return List.of(value, FieldValue.of(Tiebreaker.of(cursor.id())));
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
        if (of.host().isEmpty()
                && !(of.account().name().isEmpty() && of.channel().name().isEmpty())) {
            // Names are unique at one host.
            flag(all, "local", true);
        }
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
