package dev.vireo.search;

import dev.vireo.contracts.video.v1.ChannelSummary;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The videos of a channel that some stories need: those that are listed, and others that were once. */
public final class TestChannel {
    private final String name = "channel_" + UUID.randomUUID().toString().substring(0, 8);
    private final Set<String> listed = new TreeSet<>();

    /** Its handle. */
    public String name() {
        return name;
    }

    /** Ids of what everybody may see. */
    public Set<String> listed() {
        return Set.copyOf(listed);
    }

    /** Tells of so many listed videos, and of as many that were hidden and that were deleted later. */
    public TestChannel tell(TestVideos videos, int each) {
        for (int number = 0; number < each; number++) {
            listed.add(videos.tell(video("Listed " + number)).getId());
            Video hidden = videos.tell(video("Hidden " + number));
            videos.tell(hidden.toBuilder().setRevision(2).setPrivacy(Privacy.PRIVACY_PRIVATE));
            videos.delete(videos.tell(video("Deleted " + number)), 2);
        }
        return this;
    }

    private Video.Builder video(String title) {
        return TestVideos.video(title)
                .setChannel(ChannelSummary.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setName(name)
                        .setDisplayName(name));
    }
}
