package dev.vireo.gateway.torrent;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a {@code .torrent} as it stands in addresses: that of the file, which begins with the video's id, with another
 * ending.
 *
 * @param video the video
 * @param file name of the file
 * @param old of version 1 alone
 */
record TorrentName(UUID video, String file, boolean old) {
    private static final Pattern FORM = Pattern.compile(
            "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(-[A-Za-z0-9-]{1,100}?)(-v1)?\\.torrent");
    private static final String FILE = ".mp4";

    /** Reads a name; empty for every other shape. */
    static Optional<TorrentName> parse(String name) {
        Matcher form = FORM.matcher(name);
        return form.matches()
                ? Optional.of(new TorrentName(
                        UUID.fromString(form.group(1)), form.group(1) + form.group(2) + FILE, form.group(3) != null))
                : Optional.empty();
    }

    /** The hybrid torrent of a file. */
    static String of(String file) {
        return stem(file) + ".torrent";
    }

    /** The torrent of a file that is of version 1 alone. */
    static String old(String file) {
        return stem(file) + "-v1.torrent";
    }

    private static String stem(String file) {
        return file.endsWith(FILE) ? file.substring(0, file.length() - FILE.length()) : file;
    }
}
