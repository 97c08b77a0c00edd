package dev.vireo.gateway.media;

import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.kit.identity.InstanceId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Paths of a video's files, as a caller who may watch it gets them. */
public final class MediaLinks {
    private final MediaSignatures signatures;
    private final List<String> foreignOrigins;

    MediaLinks(MediaSignatures signatures, List<String> foreignOrigins) {
        this.signatures = signatures;
        this.foreignOrigins = List.copyOf(foreignOrigins);
    }

    /** Path of one of the published files; empty when there is none. */
    public Optional<String> file(InstanceId instance, VideoView video, Function<VideoView.Files, String> which) {
        return Optional.ofNullable(video.media().published())
                .filter(files -> !which.apply(files).isEmpty())
                .map(files -> folder(instance, video, files.version()) + "/" + which.apply(files));
    }

    /** Path of the multivariant playlist: the published one, or the growing one; empty while there is none. */
    public Optional<String> playlist(InstanceId instance, VideoView video) {
        VideoView.Media media = video.media();
        if (media.published() == null && media.playable()) {
            return Optional.of(folder(instance, video, media.version()) + "/progress/master.m3u8");
        }
        return file(instance, video, VideoView.Files::playlist);
    }

    /** Path of captions. */
    public String captions(InstanceId instance, VideoView video, VideoView.Captions captions) {
        return folder(instance, video, MediaPath.CAPTIONS, "captions") + "/" + captions.file();
    }

    /** Path of the folder of one version, without a slash at the end; signed unless everybody may watch. */
    private String folder(InstanceId instance, VideoView video, int version) {
        return folder(instance, video, version, Integer.toString(version));
    }

    private String folder(InstanceId instance, VideoView video, int version, String name) {
        String open = video.id() + "/" + name;
        if (video.privacy().open()) {
            return "/media/" + open;
        }
        MediaPath.Grant grant = signatures.grant(instance, video.id().toString(), version);
        return "/media/s/" + grant.expiry() + "-" + grant.mac() + "/" + open;
    }

    /** Origins that media may be redirected to, for a page's Content-Security-Policy. */
    public List<String> foreignOrigins() {
        return foreignOrigins;
    }

    static String originOf(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
