package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class MessageStreamTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final MessageStream stream = new MessageStream(asked::incrementAndGet, Duration.ofMillis(1));

    @Test
    void messagesFollowEachOtherAndAreAskedForOneByOne() throws IOException {
        stream.add(ByteString.copyFromUtf8("ab"));
        stream.add(ByteString.EMPTY);
        stream.add(ByteString.copyFromUtf8("c"));
        stream.end();

        assertThat(stream.read()).isEqualTo('a');
        assertThat(asked).hasValue(1);
        assertThat(stream.readAllBytes()).containsExactly('b', 'c');
        assertThat(asked).hasValue(3);
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void aBrokenStreamIsNoEnd() {
        stream.add(ByteString.copyFromUtf8("ab"));
        stream.fail(new IllegalStateException("cancelled"));

        assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
    }

    @Test
    void aClientThatSaysNothingIsNotWaitedForForEver() throws IOException {
        stream.add(ByteString.copyFromUtf8("a"));
        assertThat(stream.read()).isEqualTo('a');

        assertThatThrownBy(stream::read)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        silent -> assertThat(silent.code()).isEqualTo(KitErrorCode.TIMED_OUT));
    }
}
