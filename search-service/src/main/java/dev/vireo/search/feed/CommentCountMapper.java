package dev.vireo.search.feed;

import dev.vireo.contracts.comment.v1.CommentCountEvent;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.document.Comments;
import dev.vireo.search.document.CommentsWrite;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact about the number of comments changes in an index. */
final class CommentCountMapper {
    private CommentCountMapper() {}

    /** Null for a fact that changes no document. */
    static @Nullable CommentsWrite write(byte[] value) {
        CommentCountEvent fact = Facts.parse("CommentCountEvent", CommentCountEvent.parser(), value);
        return fact.hasChanged()
                ? new CommentsWrite(
                        new InstanceId(fact.getInstanceId()),
                        UUID.fromString(fact.getVideoId()).toString(),
                        new Comments(fact.getRevision(), fact.getChanged().getComments()))
                : null;
    }
}
