package dev.vireo.upload.caption;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.upload.video.CaptionedVideo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of captions in the origin: other words, another name, so that whoever has one never gets anything else. */
final class CaptionKeys {
    private static final int DIGEST_BYTES = 8;

    private CaptionKeys() {}

    static String file(String language, byte[] webVtt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(webVtt);
            return language + "-" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + ".vtt";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    static ObjectKey key(CaptionedVideo video, String file) {
        return new ObjectKey(video.instance().value() + "/" + video.id().value() + "/captions/" + file);
    }
}
