package dev.vireo.search.together;

import dev.vireo.contracts.companion.v1.CompanionEvent;
import dev.vireo.contracts.companion.v1.CompanionsChanged;
import java.util.UUID;

/** Facts for topic {@code companion.v1}. */
final class CompanionEvents {
    /** Name of their message type. */
    static final String TYPE = CompanionsChanged.getDescriptor().getFullName();

    private CompanionEvents() {}

    static byte[] changed(UUID video, CompanionTable companions) {
        return CompanionEvent.newBuilder()
                .setInstanceId(companions.instance())
                .setVideoId(video.toString())
                .setRevision(companions.told())
                .setChanged(CompanionsChanged.newBuilder()
                        .addAllVideoIds(
                                companions.videos().stream().map(UUID::toString).toList()))
                .build()
                .toByteArray();
    }
}
