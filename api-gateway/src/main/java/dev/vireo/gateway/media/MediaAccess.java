package dev.vireo.gateway.media;

import dev.vireo.gateway.catalog.PublicVideos;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.InstanceId;

/** Decides who reads a file: everybody what is public or unlisted, the rest only by a signed prefix. */
final class MediaAccess {
    private final PublicVideos videos;
    private final MediaSignatures signatures;

    MediaAccess(PublicVideos videos, MediaSignatures signatures) {
        this.videos = videos;
        this.signatures = signatures;
    }

    /** NOT_FOUND when the file is not for the caller, whether there is one or not. */
    void check(InstanceId instance, MediaPath path) {
        MediaPath.Grant grant = path.grant();
        boolean allowed = grant == null
                ? videos.find(instance, path.videoId())
                        .filter(video -> video.privacy().open())
                        .isPresent()
                : signatures.valid(grant, instance, path.videoId(), path.version());
        if (!allowed) {
            throw PlatformException.notFound("such file, or its address is over,");
        }
    }
}
