package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import dev.vireo.search.document.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Words to look for in the terms of the index.
 *
 * @param text as somebody wrote it
 * @param reach where they are looked for
 */
record ElasticsearchWords(String text, Reach reach) {
    /**
     * A title says most of what a video is about; the form in the text's own language counts as much. One word may be in
     * it and another in a tag or in the channel's name: all of these together are {@code titles}.
     */
    private static final List<String> TITLES = List.of("name^5", "titles^2");

    private static final String NEARLY_ALL = "2<75%";

    /** What is only said somewhere in a video comes after those that are about it. */
    private static final float SPOKEN = 1;

    private static final float TOGETHER = 10;
    private static final int PIECE = 150;
    private static final int PIECES = 2;

    /**
     * All words as they are or in the same stem, or nearly all; together in the title is best. {@code spokenIn} are
     * videos in which they are spoken, if they may be seen.
     */
    Query query(List<String> spokenIn) {
        BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1").should(written(reach != Reach.TITLES));
        if (text.contains(" ")) {
            any.should(Query.of(together -> together.matchPhrase(
                    phrase -> phrase.field("name").query(text).boost(TOGETHER))));
        }
        if (!spokenIn.isEmpty()) {
            List<FieldValue> ids = spokenIn.stream().map(FieldValue::of).toList();
            Query spoken =
                    Query.of(query -> query.terms(terms -> terms.field("id").terms(list -> list.value(ids))));
            any.should(Query.of(
                    query -> query.constantScore(score -> score.filter(spoken).boost(SPOKEN))));
        }
        return reach == Reach.TYPOS
                ? any.should(withTypos("titles")).build()._toQuery()
                : any.build()._toQuery();
    }

    /** Those that have the words in descriptions and nowhere else. */
    Query inDescriptionsAlone(List<String> spokenIn) {
        return Query.of(query -> query.bool(
                rest -> rest.must(written(true)).mustNot(new ElasticsearchWords(text, Reach.TITLES).query(spokenIn))));
    }

    /** Where they are in titles and descriptions. */
    Highlight highlight() {
        List<NamedValue<HighlightField>> fields = new ArrayList<>();
        forms("name").forEach(name -> fields.add(NamedValue.of(name, whole(name))));
        forms("description")
                .forEach(name -> fields.add(NamedValue.of(
                        name,
                        HighlightField.of(
                                field -> field.numberOfFragments(PIECES).fragmentSize(PIECE)))));
        return Highlight.of(highlight -> highlight
                .highlightQuery(written(true))
                .encoder(HighlighterEncoder.Html)
                .preTags("<em>")
                .postTags("</em>")
                .fields(fields));
    }

    /** The plain highlighter looks for the forms of a typo in the title at hand, the others in the whole index. */
    private HighlightField whole(String name) {
        return HighlightField.of(field -> {
            field.numberOfFragments(0);
            return reach == Reach.TYPOS && name.equals("name")
                    ? field.type(HighlighterType.Plain)
                            .highlightQuery(any -> any.bool(either -> either.should(written(false), withTypos(name))))
                    : field;
        });
    }

    private Query written(boolean descriptions) {
        List<String> fields = new ArrayList<>(TITLES);
        Languages.of(text).forEach(language -> fields.add("in." + language + ".name^5"));
        if (descriptions) {
            fields.addAll(forms("description"));
        }
        return Query.of(exact -> exact.multiMatch(match -> match.query(text)
                .fields(fields)
                .type(TextQueryType.BestFields)
                .tieBreaker(0.3)
                .minimumShouldMatch(NEARLY_ALL)));
    }

    private Query withTypos(String field) {
        return Query.of(typos -> typos.match(match -> match.field(field)
                .query(text)
                .fuzziness("AUTO")
                .prefixLength(1)
                .maxExpansions(30)
                .minimumShouldMatch(NEARLY_ALL)));
    }

    private List<String> forms(String field) {
        return Stream.concat(
                        Stream.of(field), Languages.of(text).stream().map(language -> "in." + language + "." + field))
                .toList();
    }
}
