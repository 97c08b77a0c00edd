package dev.vireo.search.playlist;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.playlist.v1.Playlist;
import dev.vireo.contracts.search.v1.FindPlaylistsResponse;
import dev.vireo.contracts.search.v1.FoundPlaylist;
import dev.vireo.contracts.search.v1.PlaylistSort;
import dev.vireo.contracts.search.v1.ScoredPlaylist;
import dev.vireo.contracts.search.v1.SearchPlaylistsRequest;
import dev.vireo.contracts.search.v1.SearchPlaylistsResponse;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.search.query.GlobalSearchMapper;
import dev.vireo.search.query.Inputs;
import dev.vireo.search.query.VideoSnapshotMapper;
import dev.vireo.search.sight.Sight;
import java.util.Locale;

/** Requests for playlists as checked questions, and what was found as answers. */
final class PlaylistQueryMapper {
    private PlaylistQueryMapper() {}

    static PlaylistQuery query(SearchPlaylistsRequest request, Sight sight) {
        String words = Inputs.words("search", request.getSearch());
        int count = Inputs.count(request.getCount());
        return new PlaylistQuery(
                sight,
                words,
                new PlaylistQuery.Of(
                        Inputs.ids("ids", request.getIdsList()),
                        Inputs.text("host", request.getHost()).toLowerCase(Locale.ROOT),
                        Inputs.text("account_name", request.getAccountName()),
                        Inputs.text("channel_name", request.getChannelName()),
                        request.getFilled()),
                new PlaylistQuery.Order(sort(request.getSort(), words), request.getAscending()),
                new PlaylistQuery.Page(Inputs.start(request.getStart(), count), count, !request.getSkipCount()));
    }

    static SearchPlaylistsResponse response(FoundPlaylists found) {
        return SearchPlaylistsResponse.newBuilder()
                .setTotal(found.total())
                .addAllPlaylists(found.playlists().stream()
                        .map(PlaylistQueryMapper::message)
                        .toList())
                .build();
    }

    static FindPlaylistsResponse everywhere(FoundPlaylists found, int start) {
        FindPlaylistsResponse.Builder response =
                FindPlaylistsResponse.newBuilder().setTotal(found.total());
        found.playlists()
                .forEach(one -> response.addPlaylists(ScoredPlaylist.newBuilder()
                        .setPlaylist(message(one))
                        .setScore(GlobalSearchMapper.score(start + response.getPlaylistsCount()))));
        return response.build();
    }

    private static PlaylistQuery.Sort sort(PlaylistSort sort, String words) {
        return switch (sort) {
            case PLAYLIST_SORT_UNSPECIFIED, PLAYLIST_SORT_MATCH ->
                words.isEmpty() ? PlaylistQuery.Sort.CREATED : PlaylistQuery.Sort.MATCH;
            case PLAYLIST_SORT_CREATED -> PlaylistQuery.Sort.CREATED;
            case PLAYLIST_SORT_NAME -> PlaylistQuery.Sort.NAME;
            case PLAYLIST_SORT_UPDATED -> PlaylistQuery.Sort.UPDATED;
            case UNRECOGNIZED -> throw PlatformException.invalid("sort", "must be one of the orders.");
        };
    }

    private static FoundPlaylist message(FoundPlaylists.Found found) {
        try {
            FoundPlaylist.Builder message =
                    FoundPlaylist.newBuilder().setPlaylist(Playlist.parseFrom(found.snapshot()));
            if (found.cover() != null) {
                message.setCover(picture(VideoSnapshotMapper.video(found.cover())));
            }
            return message.build();
        } catch (InvalidProtocolBufferException damaged) {
            throw new IllegalStateException("A document's snapshot is damaged", damaged);
        }
    }

    /** Without long texts, of which a page has those of its playlists. */
    private static Video picture(Video video) {
        Video.Builder picture = video.toBuilder().clearDescription();
        picture.getChannelBuilder().clearDescription();
        return picture.build();
    }
}
