package dev.vireo.search.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.comment.v1.CommentCountChanged;
import dev.vireo.contracts.comment.v1.CommentCountEvent;
import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.Comments;
import dev.vireo.search.document.CommentsWrite;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class CommentCountMapperTest {
    private static final String ID = "01a1ff11-104f-7e49-8ab9-268ffa42e42e";

    @Test
    void takesTheCountWithItsRevision() {
        CommentCountEvent fact = fact().setVideoId(ID.toUpperCase(Locale.ROOT)).build();
        assertThat(CommentCountMapper.write(fact.toByteArray()))
                .isEqualTo(new CommentsWrite(new InstanceId("main"), ID, new Comments(7, 12)));
    }

    @Test
    void passesOverWhatItDoesNotKnowYet() {
        assertThat(CommentCountMapper.write(fact().clearEvent().build().toByteArray()))
                .isNull();
    }

    @Test
    void refusesWhatIsNoFact() {
        assertThatThrownBy(() -> CommentCountMapper.write(new byte[] {1, 2, 3}))
                .isInstanceOf(PoisonEventException.class);
        for (CommentCountEvent.Builder wrong :
                new CommentCountEvent.Builder[] {fact().setVideoId("film"), fact().setInstanceId("")}) {
            assertThatThrownBy(() -> CommentCountMapper.write(wrong.build().toByteArray()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static CommentCountEvent.Builder fact() {
        return CommentCountEvent.newBuilder()
                .setInstanceId("main")
                .setVideoId(ID)
                .setRevision(7)
                .setChanged(CommentCountChanged.newBuilder().setComments(12));
    }
}
