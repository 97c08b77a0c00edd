package dev.vireo.gateway.media;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path below {@code /media/}: only the shapes of published files and of files that grow while a video is encoded, so
 * that nothing else of the origin can be named.
 *
 * @param grant the signed prefix, null on open paths
 * @param videoId a UUID in lower case
 * @param version 1 or more; 0 for captions, which all versions share
 * @param file below the version, or below the captions
 * @param kind what it is
 * @param type media type
 */
record MediaPath(@Nullable Grant grant, String videoId, int version, String file, Kind kind, String type) {
    private static final Pattern FORM = Pattern.compile("/media/(?:s/(?<expiry>\\d{1,12})-(?<mac>[A-Za-z0-9_-]{43})/)?"
            + "(?<video>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/(?:"
            + "captions/(?<captions>[A-Za-z0-9-]{1,35}-[0-9a-f]{16}\\.vtt)|(?<version>[1-9]\\d{0,5})/"
            + "(?:(?<file>[A-Za-z0-9][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)*\\.(?:m3u8|mp4|vtt|json|jpg))"
            + "|(?<playlist>progress/[a-z0-9]{1,16}\\.m3u8)"
            + "|(?<segment>progress/[a-z0-9]{1,16}/(?:init(?:-[0-9a-f]{16})?\\.mp4"
            + "|\\d{1,7}(?:-[0-9a-f]{16}|(?:-copy)?(?:-\\d{1,3})?)\\.m4s))))");
    /** In the place of a version. */
    static final int CAPTIONS = 0;

    private static final int LONGEST_PATH = 400;
    private static final int LONGEST_FILE = 200;

    /** What lies at a path. */
    enum Kind {
        /** A published playlist: an object of the origin that never changes. */
        PLAYLIST,
        /** Another published file. */
        FILE,
        /** Captions: an object of the origin that never changes, and goes some time after others took its place. */
        CAPTIONS,
        /** A playlist that grows, known by transcode-service. */
        GROWING_PLAYLIST,
        /** A segment of a growing playlist: an object that never changes but is removed some hours later. */
        GROWING_SEGMENT
    }

    /** A signed prefix: the right to one version until a time. */
    record Grant(long expiry, String mac) {}

    /** Reads a request's path as it came, still encoded; empty for every other shape. */
    static Optional<MediaPath> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (path.length() > LONGEST_PATH || !form.matches()) {
            return Optional.empty();
        }
        String captions = form.group("captions");
        String file = captions == null ? path.substring(form.end("version") + 1) : captions;
        if (file.length() > LONGEST_FILE) {
            return Optional.empty();
        }
        return Optional.of(new MediaPath(
                grant(form),
                form.group("video"),
                captions == null ? Integer.parseInt(form.group("version")) : CAPTIONS,
                file,
                kind(form),
                type(file)));
    }

    ObjectKey key(InstanceId instance) {
        return new ObjectKey(
                instance + "/" + videoId + "/" + (kind == Kind.CAPTIONS ? "captions" : version) + "/" + file);
    }

    /** Name of the growing rendition, empty for the multivariant playlist. */
    String rendition() {
        String name = file.substring("progress/".length(), file.length() - ".m3u8".length());
        return "master".equals(name) ? "" : name;
    }

    private static @Nullable Grant grant(Matcher form) {
        String expiry = form.group("expiry");
        return expiry == null ? null : new Grant(Long.parseLong(expiry), form.group("mac"));
    }

    private static Kind kind(Matcher form) {
        if (form.group("captions") != null) {
            return Kind.CAPTIONS;
        }
        if (form.group("segment") != null) {
            return Kind.GROWING_SEGMENT;
        }
        if (form.group("playlist") != null) {
            return Kind.GROWING_PLAYLIST;
        }
        return form.group("file").endsWith(".m3u8") ? Kind.PLAYLIST : Kind.FILE;
    }

    private static String type(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return switch (ending) {
            case "m3u8" -> "application/vnd.apple.mpegurl";
            case "mp4" ->
                file.endsWith("-audio-fragmented.mp4") || file.startsWith("progress/audio/")
                        ? "audio/mp4"
                        : "video/mp4";
            case "m4s" -> "video/iso.segment";
            case "vtt" -> "text/vtt;charset=utf-8";
            case "json" -> "application/json";
            default -> "image/jpeg";
        };
    }
}
