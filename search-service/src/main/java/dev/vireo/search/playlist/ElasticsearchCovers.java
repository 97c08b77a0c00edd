package dev.vireo.search.playlist;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.vireo.search.query.ElasticsearchVideos;
import dev.vireo.search.query.ElasticsearchVideos.Shown;
import dev.vireo.search.sight.ElasticsearchSight;
import dev.vireo.search.sight.Sight;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The videos whose pictures are those of playlists: as they are now, and as far as they may be seen. */
@Component
final class ElasticsearchCovers {
    private final ElasticsearchVideos videos;

    ElasticsearchCovers(ElasticsearchVideos videos) {
        this.videos = videos;
    }

    /** By id; those that may not be seen are left out. */
    Map<String, Shown> of(Sight sight, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<FieldValue> wanted = ids.stream().distinct().map(FieldValue::of).toList();
        Query query = ElasticsearchSight.begin(sight)
                .filter(of -> of.terms(terms -> terms.field("id").terms(any -> any.value(wanted))))
                .build()
                ._toQuery();
        return videos
                .show(search -> search.query(query)
                        .trackTotalHits(track -> track.enabled(false))
                        .size(wanted.size()))
                .hits()
                .hits()
                .stream()
                .map(Shown::of)
                .collect(Collectors.toMap(Shown::id, shown -> shown));
    }
}
