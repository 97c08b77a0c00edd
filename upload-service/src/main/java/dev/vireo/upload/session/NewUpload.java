package dev.vireo.upload.session;

import dev.vireo.upload.channel.ChannelId;
import org.jspecify.annotations.Nullable;

/**
 * What a client announces.
 *
 * @param length size of the file in bytes
 * @param file its name and the details of the video to come
 * @param channelId where the video will be; null for the caller's oldest channel
 */
record NewUpload(
        long length, UploadSession.NewFile file, @Nullable ChannelId channelId) {}
