package dev.vireo.transcode.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of renditions in work and of their segments. */
@Repository
class JdbcSegmentRepository {

    private static final String SEGMENT =
            "select rendition, number, object, size, sha256, micros, frames from transcode_segment ";
    private static final String RENDITION =
            "select name, init_object, init_size, init_sha256, timescale, codecs from transcode_rendition ";

    private final JdbcClient jdbc;

    JdbcSegmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a rendition when it is new and gives what is stored of it. */
    StoredRendition merge(VideoVersion video, StoredRendition rendition) {
        jdbc.sql("insert into transcode_rendition (video_id, version, name, init_object, init_size,"
                        + " init_sha256, timescale, codecs) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        video.videoId(),
                        video.version(),
                        rendition.name(),
                        rendition.initObject(),
                        rendition.initSize(),
                        rendition.initSha256(),
                        rendition.timescale(),
                        rendition.codecs())
                .update();
        return find(video, rendition.name()).orElse(rendition);
    }

    Optional<StoredRendition> find(VideoVersion video, String name) {
        return jdbc.sql(RENDITION + "where video_id = ? and version = ? and name = ?")
                .params(video.videoId(), video.version(), name)
                .query(StoredRendition.class)
                .optional();
    }

    /** Adds a segment; an earlier attempt's segment of the same place stays, players may have it. */
    boolean insert(VideoVersion video, StoredSegment segment) {
        return jdbc.sql("insert into transcode_segment (video_id, version, rendition, number, object, size, sha256,"
                                + " micros, frames) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                video.videoId(),
                                video.version(),
                                segment.rendition(),
                                segment.number(),
                                segment.object(),
                                segment.size(),
                                segment.sha256(),
                                segment.micros(),
                                segment.frames())
                        .update()
                == 1;
    }

    /** Forgets a rendition that is made in another way. */
    void remove(VideoVersion video, String rendition) {
        jdbc.sql("delete from transcode_segment where video_id = ? and version = ? and rendition = ?")
                .params(video.videoId(), video.version(), rendition)
                .update();
        jdbc.sql("delete from transcode_rendition where video_id = ? and version = ? and name = ?")
                .params(video.videoId(), video.version(), rendition)
                .update();
    }

    List<StoredSegment> segments(VideoVersion video, String rendition) {
        return jdbc.sql(SEGMENT + "where video_id = ? and version = ? and rendition = ? order by number")
                .params(video.videoId(), video.version(), rendition)
                .query(StoredSegment.class)
                .list();
    }

    boolean exists(VideoVersion video, String rendition, int number) {
        return jdbc.sql("select exists (select 1 from transcode_segment where video_id = ? and version = ?"
                        + " and rendition = ? and number = ?)")
                .params(video.videoId(), video.version(), rendition, number)
                .query(Boolean.class)
                .single();
    }

    /** How many segments each rendition has. */
    Map<String, Integer> counts(VideoVersion video) {
        return jdbc
                .sql("select rendition, count(*) as segments from transcode_segment"
                        + " where video_id = ? and version = ? group by rendition")
                .params(video.videoId(), video.version())
                .query((row, index) -> Map.entry(row.getString("rendition"), row.getInt("segments")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
