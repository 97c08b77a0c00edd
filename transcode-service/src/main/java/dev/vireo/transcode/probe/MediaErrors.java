package dev.vireo.transcode.probe;

import java.util.List;
import java.util.regex.Pattern;

/** What ffmpeg said: without the signatures of addresses, and whether the origin or the file was the trouble. */
public final class MediaErrors {

    private static final Pattern SIGNATURE = Pattern.compile("\\?[^\\s'\"]*X-Amz[^\\s'\"]*");
    private static final List<String> NETWORK = List.of(
            "Connection refused",
            "Connection reset",
            "Connection timed out",
            "Network is unreachable",
            "Stream ends prematurely",
            "Server returned 5XX",
            "Server returned 403",
            "HTTP error 5",
            "HTTP error 403",
            "Broken pipe",
            "Operation timed out",
            "Input/output error");

    private MediaErrors() {}

    /** The text, fit for logs and tables. */
    public static String redacted(String errors) {
        return SIGNATURE.matcher(errors).replaceAll("?...");
    }

    /** True when the origin, not the file, was the trouble. */
    public static boolean ofOrigin(String errors) {
        return NETWORK.stream().anyMatch(errors::contains);
    }
}
