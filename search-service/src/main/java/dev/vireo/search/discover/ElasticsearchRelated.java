package dev.vireo.search.discover;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.search.document.Languages;
import dev.vireo.search.document.Tiebreaker;
import dev.vireo.search.query.ElasticsearchVideos;
import dev.vireo.search.query.ElasticsearchVideos.Shown;
import dev.vireo.search.query.ElasticsearchWeights;
import dev.vireo.search.sight.ElasticsearchSight;
import dev.vireo.search.sight.Sight;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the index for videos that are like one: by rare words of its texts, by its tags, by its channel, and by what those
 * watch who watch it. A companion that the caller may not see is not found, as nothing else is.
 */
@Component
final class ElasticsearchRelated {
    private static final List<String> SEED = List.of("tags", "language", "channel.id", "companions");
    private static final float TITLE = 3;
    private static final float DESCRIPTION = 1;
    private static final float TAG = 2;
    private static final float CHANNEL = 3;
    /** The best companion is worth about as much as a rare word of the title, the last half of that. */
    private static final float COMPANION = 12;

    private static final float COMPANION_STEP = 0.3f;
    /** What others watch is worth more where no words were asked for, and still little beside likeness. */
    private static final double POPULARITY = 0.1;
    /** A word that no other video has says nothing of others. */
    private static final int IN_ANOTHER = 2;

    /** As deep as pages go. */
    private static final int MOST_COUNTED = 10_000;

    private final ElasticsearchVideos videos;

    ElasticsearchRelated(ElasticsearchVideos videos) {
        this.videos = videos;
    }

    /** What is known of the video that others are to be like. */
    record Seed(
            @Nullable List<String> tags,
            @Nullable String language,
            Channel channel,
            @Nullable List<String> companions) {
        record Channel(String id) {}
    }

    /** Those of {@code listed}; NOT_FOUND when the one is not among {@code openable}. */
    Page list(Sight openable, Sight listed, RelatedPage page) {
        Query likeIt = like(seed(openable, page.video()), listed, page.video());
        var answer = videos.show(search -> search.query(likeIt)
                .sort(by -> by.score(score -> score.order(SortOrder.Desc)))
                .sort(by -> by.field(field -> field.field(Tiebreaker.FIELD).order(SortOrder.Asc)))
                .trackTotalHits(track -> page.total() ? track.count(MOST_COUNTED) : track.enabled(false))
                .from(page.start())
                .size(page.count()));
        var total = answer.hits().total();
        return new Page(
                total == null ? 0 : total.value(),
                answer.hits().hits().stream().map(Shown::of).toList());
    }

    private Seed seed(Sight openable, String id) {
        Query one = ElasticsearchSight.begin(openable)
                .filter(term("id", id))
                .build()
                ._toQuery();
        return videos.ask(Seed.class, SEED, search -> search.query(one).size(1)).hits().hits().stream()
                .map(Hit::source)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> PlatformException.notFound("such video"));
    }

    private Query like(Seed seed, Sight listed, String id) {
        String form = Languages.analyzed(seed.language())
                .map(language -> "in." + language + ".")
                .orElse("");
        BoolQuery.Builder any = ElasticsearchSight.begin(listed)
                .mustNot(term("id", id))
                .minimumShouldMatch("1")
                .should(words(form + "name", id, TITLE), words(form + "description", id, DESCRIPTION))
                .should(worth(CHANNEL, "channel.id", seed.channel().id()));
        if (seed.tags() != null) {
            seed.tags()
                    .forEach(tag -> any.should(Query.of(same ->
                            same.term(term -> term.field("tags").value(tag).boost(TAG)))));
        }
        List<String> companions = seed.companions() == null ? List.of() : seed.companions();
        for (int place = 0; place < companions.size(); place++) {
            any.should(worth(COMPANION - place * COMPANION_STEP, "id", companions.get(place)));
        }
        return ElasticsearchWeights.weighed(any.build()._toQuery(), POPULARITY);
    }

    private Query words(String field, String id, float boost) {
        return Query.of(query -> query.moreLikeThis(more -> more.fields(field)
                .like(like ->
                        like.document(document -> document.index(videos.alias()).id(id)))
                .minTermFreq(1)
                .minDocFreq(IN_ANOTHER)
                .boost(boost)));
    }

    /** So much and no more, however rare it is. */
    private static Query worth(float boost, String field, String value) {
        return Query.of(query ->
                query.constantScore(score -> score.filter(term(field, value)).boost(boost)));
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(FieldValue.of(value))));
    }
}
