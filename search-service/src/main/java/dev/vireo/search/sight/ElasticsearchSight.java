package dev.vireo.search.sight;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.vireo.kit.identity.InstanceId;
import java.util.ArrayList;
import java.util.List;

/** What a caller may see, in the terms of the indexes. */
public final class ElasticsearchSight {
    /** The instances at which everybody may find it: one word says both, as nearly every question has to look it up. */
    private static final String LISTED_AT = "listedAt";

    private static final String INTERNAL = "PRIVACY_INTERNAL";

    private ElasticsearchSight() {}

    /** The beginning of every question about videos and captions: nothing else can be found, whatever is added. */
    public static BoolQuery.Builder begin(Sight sight) {
        return begin(sight, "account.name");
    }

    /** The same about channels, which everybody may find. */
    public static BoolQuery.Builder beginChannels(Sight sight) {
        return begin(sight, "owner.name");
    }

    /** The same about playlists, of which the index has only those that everybody may find. */
    public static BoolQuery.Builder beginPlaylists(Sight sight) {
        return begin(sight, "account.name");
    }

    private static BoolQuery.Builder begin(Sight sight, String account) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        switch (sight) {
            case Sight.Everybody everybody ->
                all.filter(term(LISTED_AT, everybody.instance().value()));
            case Sight.SignedIn signedIn ->
                all.filter(
                        term("instance", signedIn.instance().value()),
                        anyOf(List.of(term(LISTED_AT, signedIn.instance().value()), watchable(INTERNAL))));
            case Sight.Privacies privacies -> privacies(all, privacies);
            case Sight.Openable openable -> openable(all, openable);
            case Sight.Everywhere everywhere -> everywhere(all, everywhere, account);
        }
        return all;
    }

    private static void everywhere(BoolQuery.Builder all, Sight.Everywhere sight, String account) {
        all.filter(terms(
                LISTED_AT, sight.instances().stream().map(InstanceId::value).toList()));
        if (!sight.hosts().isEmpty()) {
            all.mustNot(terms("host", sight.hosts()));
        }
        sight.accounts()
                .forEach((host, names) -> all.mustNot(Query.of(
                        query -> query.bool(both -> both.filter(term("host", host), terms(account, names))))));
    }

    private static void privacies(BoolQuery.Builder all, Sight.Privacies sight) {
        all.filter(term("instance", sight.instance().value()), terms("privacy", sight.privacies()));
        if (!sight.unfinished()) {
            all.filter(is("watchable"));
        }
        if (sight.subject() != null) {
            all.filter(term("account.subject", sight.subject()));
        }
    }

    private static void openable(BoolQuery.Builder all, Sight.Openable sight) {
        all.filter(term("instance", sight.instance().value()), not("gone"));
        if (sight.everything()) {
            // Counts may come before their video: then nothing but counts is there.
            all.filter(Query.of(known -> known.exists(exists -> exists.field("privacy"))));
            return;
        }
        List<Query> any = new ArrayList<>();
        any.add(watchable("PRIVACY_PUBLIC"));
        any.add(watchable("PRIVACY_UNLISTED"));
        if (sight.signedIn()) {
            any.add(watchable(INTERNAL));
        }
        if (sight.subject() != null) {
            any.add(term("account.subject", sight.subject()));
        }
        all.filter(anyOf(any));
    }

    private static Query watchable(String privacy) {
        return Query.of(query -> query.bool(both -> both.filter(term("privacy", privacy), is("watchable"))));
    }

    private static Query not(String flag) {
        return Query.of(query -> query.term(term -> term.field(flag).value(false)));
    }

    private static Query anyOf(List<Query> queries) {
        return Query.of(query -> query.bool(any -> any.should(queries).minimumShouldMatch("1")));
    }

    private static Query is(String flag) {
        return Query.of(query -> query.term(term -> term.field(flag).value(true)));
    }

    private static Query terms(String field, List<String> texts) {
        List<FieldValue> values = texts.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(any -> any.value(values))));
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }
}
