package dev.vireo.search.document;

import dev.vireo.kit.identity.InstanceId;
import java.util.List;
import java.util.Map;

/**
 * One change of an index. Of several writes of one document that of the highest revision stays, in whatever order and
 * however often they come.
 *
 * @param instances whose it is; of another server's those that show it
 * @param id of the document
 * @param revision of what it is about
 * @param listed everybody may find it
 * @param gone it was deleted: an empty document stays, which keeps late facts away
 * @param fields by the names of the mapping
 */
public record DocumentWrite(
        List<InstanceId> instances,
        String id,
        long revision,
        boolean listed,
        boolean gone,
        Map<String, Object> fields) {
    /** Copies instances and fields. */
    public DocumentWrite {
        instances = List.copyOf(instances);
        fields = Map.copyOf(fields);
    }

    /** A video as it is now. */
    public static DocumentWrite of(List<InstanceId> instances, String id, long revision, VideoDocument video) {
        return new DocumentWrite(
                instances, id, revision, video.audience().everybody(), false, VideoFields.of(video, instances, id));
    }

    /** A channel as it is now, which everybody may find. */
    public static DocumentWrite of(List<InstanceId> instances, String id, long revision, ChannelDocument channel) {
        return new DocumentWrite(instances, id, revision, true, false, channel.fields(instances));
    }

    /** Captions as they are now; who may find them their video tells ({@link CaptionSight}). */
    public static DocumentWrite of(InstanceId instance, String id, long revision, CaptionDocument captions) {
        return new DocumentWrite(List.of(instance), id, revision, false, false, captions.fields());
    }

    /** A playlist as it is now, which everybody may find. */
    public static DocumentWrite of(InstanceId instance, String id, long revision, PlaylistDocument playlist) {
        return new DocumentWrite(List.of(instance), id, revision, true, false, playlist.fields());
    }

    /** It was deleted. */
    public static DocumentWrite gone(List<InstanceId> instances, String id, long revision) {
        return new DocumentWrite(instances, id, revision, false, true, Map.of());
    }
}
