package dev.vireo.transcode.packaging;

import java.util.ArrayList;
import java.util.List;

/** The JSON document with the SHA-256 of each segment, by file and inclusive byte range, in PeerTube's shape. */
public final class SegmentDigests {

    private final List<String> files = new ArrayList<>();

    /** Adds a rendition's file; its initialization section comes first and has no digest of its own. */
    public SegmentDigests add(String file, long initSize, List<PlaylistSegment> segments) {
        List<String> ranges = new ArrayList<>();
        long offset = initSize;
        for (PlaylistSegment segment : segments) {
            long end = offset + segment.size();
            ranges.add("    \"" + offset + "-" + (end - 1) + "\": \"" + segment.sha256() + "\"");
            offset = end;
        }
        files.add("  \"" + file + "\": {\n" + String.join(",\n", ranges) + "\n  }");
        return this;
    }

    /** The document; names and digests need no escaping. */
    public String json() {
        return "{\n" + String.join(",\n", files) + "\n}\n";
    }
}
