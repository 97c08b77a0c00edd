package dev.vireo.upload.playlist;

import dev.vireo.upload.channel.Account;
import dev.vireo.upload.channel.Window;
import dev.vireo.upload.video.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Elements of playlists in PostgreSQL. */
@Component
final class JdbcElementRepository {
    private final JdbcClient jdbc;

    JdbcElementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Elements of(PlaylistId playlist) {
        return new Elements(jdbc.sql("select * from playlist_element where playlist_id = ? order by position")
                .param(playlist.value())
                .query(JdbcElementRepository::element)
                .list());
    }

    List<Element> page(PlaylistId playlist, Window window) {
        return jdbc.sql("select * from playlist_element where playlist_id = ? and position > ?"
                        + " order by position limit ?")
                .params(playlist.value(), window.start(), window.count())
                .query(JdbcElementRepository::element)
                .list();
    }

    /**
     * Where a video is in an account's playlists.
     *
     * @param playlist in which
     * @param playlistName its name
     * @param element as which of its elements
     */
    record Place(PlaylistId playlist, String playlistName, Element element) {}

    /** Where those videos are in the account's playlists: in each of them the first place of each video. */
    List<Place> places(Account account, List<VideoId> videos) {
        return jdbc.sql("""
                        select distinct on (e.playlist_id, e.video_id) e.*, p.display_name
                        from playlist_element e join playlist p on p.id = e.playlist_id
                        where p.account_id = ? and e.video_id = any (?)
                        order by e.playlist_id, e.video_id, e.position""")
                .param(account.id().value())
                .param(videos.stream().map(VideoId::value).toArray(UUID[]::new))
                .query((row, number) -> new Place(
                        new PlaylistId(row.getObject("playlist_id", UUID.class)),
                        row.getString("display_name"),
                        element(row, number)))
                .list();
    }

    /** Makes these the elements; the playlist must have been locked within the present transaction. */
    void save(PlaylistId playlist, Elements elements) {
        List<Element> all = elements.all();
        UUID[] ids = all.stream().map(element -> element.id().value()).toArray(UUID[]::new);
        jdbc.sql("delete from playlist_element where playlist_id = ? and id <> all (?)")
                .param(playlist.value())
                .param(ids)
                .update();
        jdbc.sql("""
                        insert into playlist_element
                        select id, ?, position, video_id, start_seconds, stop_seconds
                        from unnest(?::uuid[], ?::integer[], ?::uuid[], ?::integer[], ?::integer[])
                            as given(id, position, video_id, start_seconds, stop_seconds)
                        on conflict (id) do update set position = excluded.position,
                            start_seconds = excluded.start_seconds, stop_seconds = excluded.stop_seconds
                        where (playlist_element.position, playlist_element.start_seconds, playlist_element.stop_seconds)
                            is distinct from (excluded.position, excluded.start_seconds, excluded.stop_seconds)""")
                .param(playlist.value())
                .param(ids)
                .param(IntStream.rangeClosed(1, all.size()).boxed().toArray(Integer[]::new))
                .param(all.stream().map(element -> element.video().value()).toArray(UUID[]::new))
                .param(seconds(all, Element::startSeconds))
                .param(seconds(all, Element::stopSeconds))
                .update();
    }

    private static @Nullable Integer[] seconds(List<Element> all, Function<Element, @Nullable Integer> which) {
        return all.stream().map(which).toArray(Integer[]::new);
    }

    private static Element element(ResultSet row, int number) throws SQLException {
        return new Element(
                new ElementId(row.getObject("id", UUID.class)),
                new VideoId(row.getObject("video_id", UUID.class)),
                row.getObject("start_seconds", Integer.class),
                row.getObject("stop_seconds", Integer.class));
    }
}
