package dev.vireo.upload.playlist;

import dev.vireo.kit.Ids;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.upload.channel.Accounts;
import dev.vireo.upload.channel.Listing;
import dev.vireo.upload.channel.Window;
import dev.vireo.upload.video.VideoId;
import dev.vireo.upload.video.Videos;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What is in playlists. Each change of it makes the playlist's next revision. */
@Service
class PlaylistElements {
    private final Playlists playlists;
    private final JdbcElementRepository elements;
    private final Videos videos;
    private final Accounts accounts;
    private final PlaylistChanges changes;
    private final PlaylistProperties properties;
    private final TransactionTemplate transaction;

    PlaylistElements(
            Playlists playlists,
            JdbcElementRepository elements,
            Videos videos,
            Accounts accounts,
            PlaylistChanges changes,
            PlaylistProperties properties,
            TransactionTemplate transaction) {
        this.playlists = playlists;
        this.elements = elements;
        this.videos = videos;
        this.accounts = accounts;
        this.changes = changes;
        this.properties = properties;
        this.transaction = transaction;
    }

    Listing<Element> of(Caller caller, String id, Window window) {
        Playlist playlist = playlists.visible(caller, id);
        return new Listing<>(playlist.length(), elements.page(playlist.id(), window));
    }

    /** Where those videos are in the caller's own playlists. */
    List<JdbcElementRepository.Place> places(Caller caller, List<VideoId> videoIds) {
        return elements.places(accounts.of(caller), videoIds);
    }

    /** At the end; NOT_FOUND when the caller may not see the video. */
    Element add(Caller caller, String id, String videoId, @Nullable Integer start, @Nullable Integer stop) {
        caller.requireSubject();
        Element last = new Element(new ElementId(Ids.newId()), videos.visibleId(caller, videoId), start, stop);
        change(caller, id, null, present -> {
            if (present.all().size() >= properties.maxElements()) {
                throw new PlatformException(
                        KitErrorCode.FAILED_PRECONDITION,
                        "A playlist may have " + properties.maxElements() + " videos: take some out first.");
            }
            return present.with(last);
        });
        return last;
    }

    Element update(Caller caller, String id, String elementId, UnaryOperator<Element> change) {
        Changed changed = change(caller, id, null, present -> {
            Element element = found(present, elementId);
            return present.changed(element.id(), change);
        });
        return found(changed.elements(), elementId);
    }

    void remove(Caller caller, String id, String elementId) {
        change(
                caller,
                id,
                null,
                present -> present.without(found(present, elementId).id()));
    }

    /** Gives the playlist's revision after the move. */
    long move(Caller caller, String id, @Nullable Long revision, int start, int insertAfter, int count) {
        return change(caller, id, revision, present -> present.moved(start, insertAfter, count))
                .playlist()
                .revision();
    }

    private record Changed(Playlist playlist, Elements elements) {}

    /** What changes nothing makes no new revision. */
    private Changed change(Caller caller, String id, @Nullable Long revision, UnaryOperator<Elements> change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Playlist playlist = playlists.editable(caller, id, revision);
            Elements present = elements.of(playlist.id());
            Elements changed = change.apply(present);
            if (changed.equals(present)) {
                return new Changed(playlist, present);
            }
            Playlist next = playlist.with(changed, playlists.now());
            changes.changed(next, changed);
            return new Changed(next, changed);
        }));
    }

    private static Element found(Elements elements, String id) {
        try {
            ElementId wanted = new ElementId(UUID.fromString(id));
            return elements.find(wanted).orElseThrow(() -> notFound(id));
        } catch (IllegalArgumentException malformed) {
            throw notFound(id);
        }
    }

    private static PlatformException notFound(String id) {
        return PlatformException.notFound("element '" + id + "' in the playlist");
    }
}
