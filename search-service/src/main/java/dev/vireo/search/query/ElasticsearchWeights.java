package dev.vireo.search.query;

import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldValueFactorModifier;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.stream.Stream;

/**
 * Of two videos that match alike the newer one, or the one that was watched more, is first: at 180 days half of the small
 * bonus for being new is left.
 */
public final class ElasticsearchWeights {
    private static final double FRESHNESS = 0.3;
    private static final String HALF_LIFE = "180d";

    private ElasticsearchWeights() {}

    /** The same videos; ten times as many views add {@code popularity} of the score, each of {@code more} its weight. */
    public static Query weighed(Query query, double popularity, FunctionScore... more) {
        FunctionScore always = FunctionScore.of(function -> function.weight(1.0));
        FunctionScore fresh =
                FunctionScore.of(function -> function.exp(decay -> decay.date(date -> date.field("publishedAt")
                                .placement(place -> place.origin("now/d")
                                        .scale(Time.of(time -> time.time(HALF_LIFE)))
                                        .decay(0.5))))
                        .weight(FRESHNESS));
        FunctionScore watched = FunctionScore.of(function -> function.fieldValueFactor(views -> views.field("views")
                        .modifier(FieldValueFactorModifier.Log1p)
                        .missing(0.0))
                .weight(popularity));
        List<FunctionScore> functions = Stream.concat(Stream.of(always, fresh, watched), Stream.of(more))
                .toList();
        return Query.of(weighed -> weighed.functionScore(score -> score.query(query)
                .functions(functions)
                .scoreMode(FunctionScoreMode.Sum)
                .boostMode(FunctionBoostMode.Multiply)));
    }
}
