package dev.vireo.upload.playlist;

import dev.vireo.contracts.catalog.v1.ElementSight;
import dev.vireo.contracts.catalog.v1.ListOwnPlaylistsRequest;
import dev.vireo.contracts.catalog.v1.PlaylistOrder;
import dev.vireo.contracts.catalog.v1.PlaylistPlace;
import dev.vireo.contracts.catalog.v1.SeenElement;
import dev.vireo.contracts.catalog.v1.UpdateElementRequest;
import dev.vireo.contracts.catalog.v1.UpdatePlaylistRequest;
import dev.vireo.contracts.playlist.v1.PlaylistElement;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.upload.channel.ChannelMapper;
import dev.vireo.upload.channel.Window;
import dev.vireo.upload.video.SeenVideo;
import org.jspecify.annotations.Nullable;

/** Playlists as protobuf messages, and requests as changes of them. */
final class PlaylistMapper {
    private PlaylistMapper() {}

    static dev.vireo.contracts.playlist.v1.Playlist message(Playlist playlist, Elements elements) {
        var message = message(playlist).toBuilder();
        elements.all().forEach(element -> message.addElements(message(element)));
        return message.build();
    }

    static dev.vireo.contracts.playlist.v1.Playlist message(Playlist playlist) {
        var message = dev.vireo.contracts.playlist.v1.Playlist.newBuilder()
                .setId(playlist.id().value().toString())
                .setInstanceId(playlist.instance().value())
                .setRevision(playlist.revision())
                .setDisplayName(playlist.details().displayName())
                .setDescription(playlist.details().description())
                .setPrivacy(privacy(playlist.details().privacy()))
                .setAccount(ChannelMapper.summary(playlist.owner()))
                .setLength(playlist.length())
                .setCreatedAt(ChannelMapper.timestamp(playlist.createdAt()))
                .setUpdatedAt(ChannelMapper.timestamp(playlist.updatedAt()));
        if (playlist.channel() != null) {
            message.setChannel(ChannelMapper.summary(playlist.channel()));
        }
        return message.build();
    }

    static PlaylistElement message(Element element) {
        PlaylistElement.Builder message = PlaylistElement.newBuilder()
                .setId(element.id().value().toString())
                .setVideoId(element.video().value().toString());
        if (element.startSeconds() != null) {
            message.setStartSeconds(element.startSeconds());
        }
        if (element.stopSeconds() != null) {
            message.setStopSeconds(element.stopSeconds());
        }
        return message.build();
    }

    /** Without its video. */
    static SeenElement.Builder seen(Element element, int position, @Nullable SeenVideo video) {
        SeenElement.Builder message = SeenElement.newBuilder()
                .setId(element.id().value().toString())
                .setPosition(position)
                .setSight(video == null ? ElementSight.ELEMENT_SIGHT_DELETED : sight(video.sight()));
        if (element.startSeconds() != null) {
            message.setStartSeconds(element.startSeconds());
        }
        if (element.stopSeconds() != null) {
            message.setStopSeconds(element.stopSeconds());
        }
        return message;
    }

    static PlaylistPlace message(JdbcElementRepository.Place place) {
        return PlaylistPlace.newBuilder()
                .setVideoId(place.element().video().value().toString())
                .setPlaylistId(place.playlist().value().toString())
                .setPlaylistName(place.playlistName())
                .setElement(message(place.element()))
                .build();
    }

    static PlaylistChange change(UpdatePlaylistRequest request) {
        return new PlaylistChange(
                request.hasRevision() ? Long.valueOf(request.getRevision()) : null,
                request.hasDisplayName() ? request.getDisplayName() : null,
                request.hasDescription() ? request.getDescription() : null,
                request.hasPrivacy() ? privacy(request.getPrivacy()) : null,
                request.hasChannelId() ? request.getChannelId() : null);
    }

    static Element changed(Element element, UpdateElementRequest request) {
        return new Element(
                element.id(),
                element.video(),
                request.hasStartSeconds() ? orNone(request.getStartSeconds()) : element.startSeconds(),
                request.hasStopSeconds() ? orNone(request.getStopSeconds()) : element.stopSeconds());
    }

    static PlaylistQuery query(ListOwnPlaylistsRequest request) {
        return new PlaylistQuery(
                request.getChannelName(),
                request.getSearch(),
                order(request.getOrder()),
                request.getAscending(),
                new Window(request.getStart(), request.getCount()));
    }

    static PlaylistPrivacy privacy(dev.vireo.contracts.playlist.v1.PlaylistPrivacy privacy) {
        return switch (privacy) {
            case PLAYLIST_PRIVACY_PUBLIC -> PlaylistPrivacy.PUBLIC;
            case PLAYLIST_PRIVACY_UNLISTED -> PlaylistPrivacy.UNLISTED;
            case PLAYLIST_PRIVACY_PRIVATE -> PlaylistPrivacy.PRIVATE;
            case PLAYLIST_PRIVACY_UNSPECIFIED, UNRECOGNIZED ->
                throw PlatformException.invalid("privacy", "must be one of the three.");
        };
    }

    private static @Nullable Integer orNone(int seconds) {
        return seconds == -1 ? null : seconds;
    }

    private static PlaylistQuery.Order order(PlaylistOrder order) {
        return switch (order) {
            case PLAYLIST_ORDER_UNSPECIFIED, PLAYLIST_ORDER_CREATED -> PlaylistQuery.Order.CREATED;
            case PLAYLIST_ORDER_UPDATED -> PlaylistQuery.Order.UPDATED;
            case PLAYLIST_ORDER_NAME -> PlaylistQuery.Order.NAME;
            case UNRECOGNIZED -> throw PlatformException.invalid("sort", "must be one of the orders.");
        };
    }

    private static ElementSight sight(SeenVideo.Sight sight) {
        return switch (sight) {
            case SEEN -> ElementSight.ELEMENT_SIGHT_SEEN;
            case PRIVATE -> ElementSight.ELEMENT_SIGHT_PRIVATE;
            case UNAVAILABLE -> ElementSight.ELEMENT_SIGHT_UNAVAILABLE;
        };
    }

    private static dev.vireo.contracts.playlist.v1.PlaylistPrivacy privacy(PlaylistPrivacy privacy) {
        return switch (privacy) {
            case PUBLIC -> dev.vireo.contracts.playlist.v1.PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC;
            case UNLISTED -> dev.vireo.contracts.playlist.v1.PlaylistPrivacy.PLAYLIST_PRIVACY_UNLISTED;
            case PRIVATE -> dev.vireo.contracts.playlist.v1.PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE;
        };
    }
}
