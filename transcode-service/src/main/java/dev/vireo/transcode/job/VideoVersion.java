package dev.vireo.transcode.job;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectKey;
import java.util.UUID;

/** Names one version of a video: everything the service stores belongs to one. */
public record VideoVersion(InstanceId instance, UUID videoId, int version) {

    private static final String PROGRESS = "progress";

    /** Where the published files lie. */
    public ObjectKey folder() {
        return new ObjectKey(instance.value() + "/" + videoId + "/" + version);
    }

    /** Where the segments lie while the version is in work. */
    public ObjectKey progressFolder() {
        return folder().resolve(PROGRESS);
    }

    /** Prefix of everything of the video, all versions. */
    static String prefix(String instance, UUID videoId) {
        return instance + "/" + videoId + "/";
    }
}
