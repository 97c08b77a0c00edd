package dev.vireo.upload.playlist;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.upload.channel.Channel;
import org.jspecify.annotations.Nullable;

/** What a playlist's details may be; a refusal names the field. */
final class PlaylistRules {
    private static final int LONGEST_NAME = 120;
    private static final int SHORTEST_DESCRIPTION = 3;
    private static final int LONGEST_DESCRIPTION = 1_000;
    static final int LONGEST_SEARCH = 200;

    private PlaylistRules() {}

    static PlaylistDetails checked(PlaylistDetails details, @Nullable Channel channel) {
        // With its blanks, as it is stored: an event and a page of a list have room for so many characters alone.
        String name = details.displayName();
        if (name.isBlank() || length(name) > LONGEST_NAME) {
            throw PlatformException.invalid("displayName", "must have 1 to 120 characters.");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw PlatformException.invalid("displayName", "must have no control characters.");
        }
        String description = details.description();
        if (!description.isEmpty()
                && (length(description) < SHORTEST_DESCRIPTION || length(description) > LONGEST_DESCRIPTION)) {
            throw PlatformException.invalid("description", "must have 3 to 1,000 characters, or none.");
        }
        if (description.indexOf('\0') >= 0) {
            throw PlatformException.invalid("description", "must not have the character NUL.");
        }
        if (details.privacy() == PlaylistPrivacy.PUBLIC && channel == null) {
            throw PlatformException.invalid("videoChannelId", "a public playlist is in a channel: name one.");
        }
        return details;
    }

    static String search(String text) {
        if (length(text) > LONGEST_SEARCH || text.codePoints().anyMatch(Character::isISOControl)) {
            throw PlatformException.invalid("search", "must have at most 200 characters, none for control.");
        }
        return text.strip();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
