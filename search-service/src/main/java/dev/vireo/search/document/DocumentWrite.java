package dev.vireo.search.document;

import dev.vireo.kit.identity.InstanceId;
import java.util.Map;

/**
 * One change of an index. Of several writes of one document that of the highest revision stays, in whatever order and
 * however often they come.
 *
 * @param instance whose it is
 * @param id of the document
 * @param revision of what it is about
 * @param listed everybody may find it
 * @param gone it was deleted: an empty document stays, which keeps late facts away
 * @param fields by the names of the mapping
 */
public record DocumentWrite(
        InstanceId instance, String id, long revision, boolean listed, boolean gone, Map<String, Object> fields) {
    /** Copies the fields. */
    public DocumentWrite {
        fields = Map.copyOf(fields);
    }

    /** A video as it is now. */
    public static DocumentWrite of(InstanceId instance, String id, long revision, VideoDocument video) {
        return new DocumentWrite(
                instance, id, revision, video.audience().everybody(), false, VideoFields.of(video, instance, id));
    }

    /** A channel as it is now, which everybody may find. */
    public static DocumentWrite of(InstanceId instance, String id, long revision, ChannelDocument channel) {
        return new DocumentWrite(instance, id, revision, true, false, channel.fields());
    }

    /** Captions as they are now; who may find them is a matter of their video. */
    public static DocumentWrite of(InstanceId instance, String id, long revision, CaptionDocument captions) {
        return new DocumentWrite(instance, id, revision, false, false, captions.fields());
    }

    /** A playlist as it is now, which everybody may find. */
    public static DocumentWrite of(InstanceId instance, String id, long revision, PlaylistDocument playlist) {
        return new DocumentWrite(instance, id, revision, true, false, playlist.fields());
    }

    /** It was deleted. */
    public static DocumentWrite gone(InstanceId instance, String id, long revision) {
        return new DocumentWrite(instance, id, revision, false, true, Map.of());
    }
}
