package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.util.NamedValue;
import dev.vireo.search.document.Languages;
import dev.vireo.search.words.TypoMarks;
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
     * One word may be in the title and another in a tag or in the channel's name: all of these together are {@code titles}.
     */
    private static final String TITLES = "titles^4";

    /** A title says most of what a video is about. */
    private static final float TITLE = 5;

    private static final String NEARLY_ALL = "2<75%";

    /** What is only said somewhere in a video comes after those that are about it. */
    private static final float SPOKEN = 1;

    private static final float TOGETHER = 10;
    /** Of one word, the nearest. */
    private static final int MOST_FORMS = 10;

    private static final int PIECE = 150;
    private static final int PIECES = 2;

    /** All words as they are or in the same stem, or nearly all. {@code spokenIn} are videos in which they are spoken. */
    Query query(List<String> spokenIn) {
        BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1").should(written(reach != Reach.TITLES));
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

    /** What adds to the score among the best: words that are in the title itself, and together there is best. */
    Query titled() {
        BoolQuery.Builder any = new BoolQuery.Builder()
                .should(Query.of(title -> title.match(
                        match -> match.field("name").query(text).boost(TITLE).minimumShouldMatch(NEARLY_ALL))));
        if (text.contains(" ")) {
            any.should(Query.of(together -> together.matchPhrase(
                    phrase -> phrase.field("name").query(text).boost(TOGETHER))));
        }
        return any.build()._toQuery();
    }

    /** Those that have the words in descriptions and nowhere else. */
    Query inDescriptionsAlone(List<String> spokenIn) {
        return Query.of(query -> query.bool(
                rest -> rest.must(written(true)).mustNot(new ElasticsearchWords(text, Reach.TITLES).query(spokenIn))));
    }

    /**
     * Where they are in titles and descriptions, but for those with typos ({@link TypoMarks}): to find those costs several
     * times as much here as to find the videos. Each field is asked for its own words, as one question to all fields would be
     * taken apart for each field of each hit.
     */
    Highlight highlight() {
        List<NamedValue<HighlightField>> fields = new ArrayList<>();
        forms("name").forEach(name -> fields.add(NamedValue.of(name, marked(name, 0))));
        forms("description").forEach(name -> fields.add(NamedValue.of(name, marked(name, PIECES))));
        return Highlight.of(highlight -> highlight
                .encoder(HighlighterEncoder.Html)
                .preTags(TypoMarks.BEGIN)
                .postTags(TypoMarks.END)
                .fields(fields));
    }

    /** No pieces: the whole text. */
    private HighlightField marked(String name, int pieces) {
        return HighlightField.of(field -> field.numberOfFragments(pieces)
                .fragmentSize(PIECE)
                .highlightQuery(any -> any.match(match -> match.field(name).query(text))));
    }

    private Query written(boolean descriptions) {
        List<String> fields = new ArrayList<>(List.of(TITLES));
        Languages.of(text).forEach(language -> fields.add("in." + language + ".name^5"));
        if (descriptions) {
            fields.addAll(forms("description"));
        }
        return Query.of(exact -> exact.multiMatch(match ->
                match.query(text).fields(fields).type(TextQueryType.BestFields).minimumShouldMatch(NEARLY_ALL)));
    }

    private Query withTypos(String field) {
        return Query.of(typos -> typos.match(match -> match.field(field)
                .query(text)
                .fuzziness(TypoMarks.FUZZINESS)
                .prefixLength(TypoMarks.EXACT_LETTERS)
                .maxExpansions(MOST_FORMS)
                .minimumShouldMatch(NEARLY_ALL)));
    }

    private List<String> forms(String field) {
        return Stream.concat(
                        Stream.of(field), Languages.of(text).stream().map(language -> "in." + language + "." + field))
                .toList();
    }
}
