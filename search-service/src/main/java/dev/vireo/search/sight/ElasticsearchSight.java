package dev.vireo.search.sight;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/** What a caller may see, in the terms of the index of videos. */
public final class ElasticsearchSight {
    private static final String INTERNAL = "PRIVACY_INTERNAL";

    private ElasticsearchSight() {}

    /** The beginning of every question: nothing else can be found, whatever is added. */
    public static BoolQuery.Builder begin(Sight sight) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        switch (sight) {
            case Sight.Everybody everybody ->
                all.filter(term("instance", everybody.instance().value()), is("listed"));
            case Sight.SignedIn signedIn ->
                all.filter(term("instance", signedIn.instance().value()), anyOf(List.of(is("listed"), internal())));
            case Sight.Privacies privacies -> privacies(all, privacies);
        }
        return all;
    }

    private static void privacies(BoolQuery.Builder all, Sight.Privacies sight) {
        List<FieldValue> names = sight.privacies().stream().map(FieldValue::of).toList();
        all.filter(
                term("instance", sight.instance().value()),
                Query.of(query -> query.terms(terms -> terms.field("privacy").terms(any -> any.value(names)))));
        if (!sight.unfinished()) {
            all.filter(is("watchable"));
        }
        if (sight.subject() != null) {
            all.filter(term("account.subject", sight.subject()));
        }
    }

    private static Query internal() {
        return Query.of(query -> query.bool(both -> both.filter(term("privacy", INTERNAL), is("watchable"))));
    }

    private static Query anyOf(List<Query> queries) {
        return Query.of(query -> query.bool(any -> any.should(queries).minimumShouldMatch("1")));
    }

    private static Query is(String flag) {
        return Query.of(query -> query.term(term -> term.field(flag).value(true)));
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }
}
