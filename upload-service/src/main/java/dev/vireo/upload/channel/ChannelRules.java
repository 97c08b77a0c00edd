package dev.vireo.upload.channel;

import dev.vireo.kit.error.PlatformException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What names and texts of channels and accounts may be. */
final class ChannelRules {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_DISPLAY_NAME = 120;
    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9._]{1," + LONGEST_NAME + "}");
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^a-z0-9._]+");

    private ChannelRules() {}

    static void name(String name) {
        if (!isName(name)) {
            throw PlatformException.invalid("name", "must be 1 to 50 of a-z, 0-9, dot and underscore.");
        }
    }

    /** Whether there can be an account or channel of that name. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static void displayName(String displayName) {
        if (displayName.isBlank() || displayName.codePointCount(0, displayName.length()) > LONGEST_DISPLAY_NAME) {
            throw PlatformException.invalid("display_name", "must have 1 to 120 characters.");
        }
        if (displayName.codePoints().anyMatch(Character::isISOControl)) {
            throw PlatformException.invalid("display_name", "must have no control characters.");
        }
    }

    static void text(String field, String text) {
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw PlatformException.invalid(field, "must have at most 1,000 characters.");
        }
        if (text.indexOf('\0') >= 0) {
            throw PlatformException.invalid(field, "must not have the character NUL.");
        }
    }

    /** The handle nearest to what the identity provider calls the person; room is left for a suffix. */
    static String handleFor(String username) {
        String plain = Normalizer.normalize(username, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String handle = NOT_IN_A_NAME.matcher(plain.replaceAll("\\p{M}", "")).replaceAll("_");
        if (handle.isBlank() || handle.chars().allMatch(c -> c == '_' || c == '.')) {
            handle = "user";
        }
        return handle.substring(0, Math.min(handle.length(), LONGEST_NAME - 14));
    }

    /** What to try when a handle is taken: itself, then with a number. */
    static String candidate(String handle, int attempt) {
        return attempt == 0 ? handle : handle + "_" + (attempt + 1);
    }
}
