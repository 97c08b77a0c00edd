package dev.vireo.upload.subscription;

import dev.vireo.kit.error.PlatformException;
import java.util.Locale;

/**
 * What a channel is called.
 *
 * @param name the handle without the host
 * @param host where it is; empty for the instance itself
 */
record ChannelHandle(String name, String host) {
    private static final int LONGEST = 400;

    /** {@code name} or {@code name@host}, as somebody at the instance of that domain writes it. */
    static ChannelHandle of(String written, String domain) {
        if (written.length() > LONGEST || written.chars().anyMatch(Character::isISOControl)) {
            throw PlatformException.invalid("channel", "must be a handle such as films@videos.example.");
        }
        String handle = written.strip().toLowerCase(Locale.ROOT);
        int at = handle.indexOf('@');
        String host = at < 0 ? "" : handle.substring(at + 1);
        return new ChannelHandle(
                at < 0 ? handle : handle.substring(0, at), host.equals(domain.toLowerCase(Locale.ROOT)) ? "" : host);
    }

    boolean here() {
        return host.isEmpty();
    }
}
