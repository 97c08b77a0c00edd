package dev.vireo.transcode.probe;

import java.util.List;

/** Tells trouble with the origin from trouble with the file, by what ffmpeg says. */
public final class TransientErrors {

    private static final List<String> NETWORK = List.of(
            "Connection refused",
            "Connection reset",
            "Connection timed out",
            "Network is unreachable",
            "Stream ends prematurely",
            "Server returned 5XX",
            "HTTP error 5",
            "Broken pipe",
            "Operation timed out",
            "Input/output error");

    private TransientErrors() {}

    /** True when the origin, not the file, was the trouble. */
    public static boolean in(String errors) {
        return NETWORK.stream().anyMatch(errors::contains);
    }
}
