package dev.vireo.gateway.playlist;

import dev.vireo.gateway.catalog.Privacy;
import dev.vireo.gateway.rest.BodyFields;
import dev.vireo.gateway.rest.VideoChanges;
import dev.vireo.kit.error.PlatformException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PeerTube's forms of changes of a playlist and of its elements. */
final class PlaylistChanges {
    static final List<Privacy> PRIVACIES = List.of(Privacy.PUBLIC, Privacy.UNLISTED, Privacy.PRIVATE);
    /** No start or stop, in the contract's words. */
    private static final int NONE = -1;

    private PlaylistChanges() {}

    static PlaylistChange of(BodyFields fields, @Nullable String ifMatch) {
        return new PlaylistChange(
                VideoChanges.revision(fields, ifMatch).orElse(null),
                fields.text("displayName").orElse(null),
                fields.text("description").orElse(null),
                fields.number("privacy").map(PlaylistChanges::privacy).orElse(null),
                fields.text("videoChannelId").orElse(null));
    }

    static String videoId(BodyFields fields) {
        return fields.text("videoId")
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> PlatformException.invalid("videoId", "is missing."));
    }

    /** Of a change: {@value #NONE} for what is to be without; null for what stays. */
    static @Nullable Integer seconds(BodyFields fields, String name) {
        return fields.text(name).isPresent()
                ? Integer.valueOf(Optional.ofNullable(given(fields, name)).orElse(NONE))
                : null;
    }

    /** Of something new; null for without. */
    static @Nullable Integer given(BodyFields fields, String name) {
        Integer seconds = fields.text(name)
                .filter(text -> !text.isBlank())
                .flatMap(text -> fields.number(name))
                .orElse(null);
        if (seconds != null && seconds < 0) {
            throw PlatformException.invalid(name, "must be 0 or more seconds.");
        }
        return seconds;
    }

    static int position(BodyFields fields, String name, int least) {
        int position = fields.text(name)
                .filter(text -> !text.isBlank())
                .flatMap(text -> fields.number(name))
                .orElseThrow(() -> PlatformException.invalid(name, "is missing."));
        if (position < least) {
            throw PlatformException.invalid(name, "must be " + least + " or more.");
        }
        return position;
    }

    private static Privacy privacy(int id) {
        return PRIVACIES.stream()
                .filter(privacy -> privacy.id() == id)
                .findFirst()
                .orElseThrow(() -> PlatformException.invalid("privacy", "must be 1 public, 2 unlisted or 3 private."));
    }
}
