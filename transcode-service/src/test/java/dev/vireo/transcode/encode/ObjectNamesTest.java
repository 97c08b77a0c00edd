package dev.vireo.transcode.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ObjectNamesTest {

    @Test
    void otherBytesHaveAnotherName() {
        String one = Digests.sha256("one".getBytes(StandardCharsets.UTF_8));
        String other = Digests.sha256("other".getBytes(StandardCharsets.UTF_8));
        assertThat(ObjectNames.segment(7, one))
                .matches("7-[0-9a-f]{16}\\.m4s")
                .isNotEqualTo(ObjectNames.segment(7, other));
        assertThat(ObjectNames.init(one)).matches("init-[0-9a-f]{16}\\.mp4").isNotEqualTo(ObjectNames.init(other));
    }

    @Test
    void theSecondPackageHasOtherNames() {
        ObjectNames first = new ObjectNames("id", "");
        ObjectNames second = new ObjectNames("id-encoded", "-encoded");
        assertThat(first.file("720")).isEqualTo("id-720-fragmented.mp4").isNotEqualTo(second.file("720"));
        assertThat(first.playlist("720")).isEqualTo("id-720.m3u8").isNotEqualTo(second.playlist("720"));
        assertThat(first.multivariant()).isEqualTo("master.m3u8").isNotEqualTo(second.multivariant());
        assertThat(first.digests()).isEqualTo("segments-sha256.json").isNotEqualTo(second.digests());
        assertThat(first.poster()).isNotEqualTo(second.poster());
        assertThat(first.thumbnail()).isNotEqualTo(second.thumbnail());
    }
}
