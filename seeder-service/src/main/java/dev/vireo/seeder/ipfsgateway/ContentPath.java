package dev.vireo.seeder.ipfsgateway;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is asked for: a root and names below it.
 *
 * @param root a CID
 * @param names from directory to directory, decoded
 * @param text as it was asked for, {@code /ipfs/...}
 * @param slash it ends in one, as addresses of directories do
 */
record ContentPath(Cid root, List<String> names, String text, boolean slash) {

    private static final String PREFIX = "/ipfs/";
    private static final int MOST_NAMES = 100;
    private static final Pattern SLASHES = Pattern.compile("/");

    ContentPath {
        names = List.copyOf(names);
    }

    /** Reads the path of an address as it came, percent signs and all. */
    static ContentPath parse(String text) {
        String[] parts = SLASHES.split(text.substring(PREFIX.length()), MOST_NAMES + 2);
        if (parts.length > MOST_NAMES) {
            throw PlatformException.invalid("path", "has more than " + MOST_NAMES + " names.");
        }
        List<String> names = new ArrayList<>();
        for (int at = 1; at < parts.length; at++) {
            if (!parts[at].isEmpty()) {
                names.add(decoded(parts[at]));
            }
        }
        return new ContentPath(cid(decoded(parts[0])), names, text, text.endsWith("/"));
    }

    /** The last of the names, or the root itself. */
    String lastName() {
        return names.isEmpty() ? root.toString() : names.getLast();
    }

    private static Cid cid(String text) {
        try {
            return Cid.parse(text);
        } catch (MalformedIpfsException malformed) {
            throw PlatformException.invalid("cid", "is no CID, as bafybei... is: " + malformed.getMessage() + ".");
        }
    }

    private static String decoded(String part) {
        try {
            // A plus sign is one in a path.
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw PlatformException.invalid("path", "has a percent sign that is followed by no two digits.");
        }
    }
}
