package dev.vireo.upload.session;

import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.upload.channel.Account;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.video.VideoDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upload as it stands in the database.
 *
 * @param id the upload
 * @param owner whose it is
 * @param channelId where the video will be
 * @param state whether it takes bytes
 * @param file name and details of the video to come
 * @param length size of the file
 * @param partSize size of each part but the last
 * @param multipartId the store's name for it; null before the first byte
 * @param progress how far it is
 * @param expiresAt when it is given up
 */
record UploadSession(
        UploadId id,
        Account owner,
        ChannelId channelId,
        UploadState state,
        NewFile file,
        long length,
        int partSize,
        @Nullable String multipartId,
        UploadProgress progress,
        Instant expiresAt) {

    /** What the file is called, and what the owner says of the video. */
    record NewFile(String filename, VideoDetails details) {}

    boolean isOf(Caller caller) {
        return owner.isOf(caller);
    }

    boolean hasAllBytes() {
        return progress.received() == length;
    }

    long remaining() {
        return length - progress.received();
    }

    /** Everything of the upload lies below. */
    ObjectKey folder() {
        return new ObjectKey(owner.instance().value() + "/uploads/" + id.value());
    }

    ObjectKey sourceKey() {
        return folder().resolve("source");
    }

    ObjectKey tailKey(int number) {
        return folder().resolve("tail-" + number);
    }
}
