package dev.vireo.transcode.encode;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.transcode.job.Claim;
import dev.vireo.transcode.job.PackagedFile;
import dev.vireo.transcode.job.PackagedVersion;
import dev.vireo.transcode.job.StoredRendition;
import dev.vireo.transcode.job.StoredSegment;
import dev.vireo.transcode.job.TaskBoard;
import dev.vireo.transcode.job.TranscodePlan;
import dev.vireo.transcode.job.VideoVersion;
import dev.vireo.transcode.packaging.AudioRendition;
import dev.vireo.transcode.packaging.Bandwidth;
import dev.vireo.transcode.packaging.MediaPlaylist;
import dev.vireo.transcode.packaging.MultivariantPlaylist;
import dev.vireo.transcode.packaging.PlaylistSegment;
import dev.vireo.transcode.packaging.SegmentDigests;
import dev.vireo.transcode.packaging.VariantStream;
import dev.vireo.transcode.probe.SourceRefusedException;
import dev.vireo.transcode.still.Stills;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the published files of a version from its segments; the multivariant playlist comes last. */
@Component
class PackageWork {

    private static final String PLAYLIST_TYPE = "application/vnd.apple.mpegurl";
    private static final int STEREO = 2;

    private final TaskBoard board;
    private final OriginStore origin;
    private final Patience patience;
    private final StillWork stills;

    PackageWork(TaskBoard board, OriginStore origin, Patience patience, StillWork stills) {
        this.board = board;
        this.origin = origin;
        this.patience = patience;
        this.stills = stills;
    }

    PackagedVersion make(Claim claim, Scratch scratch) throws InterruptedException {
        TranscodePlan plan = claim.requirePlan();
        Encoded encoded = patience.with(() -> Encoded.read(board, claim.video(), plan));
        encoded.requireWhole(plan);
        ObjectNames names = ObjectNames.of(claim.video(), plan);
        List<PackagedFile> files = new ArrayList<>();
        SegmentDigests digests = new SegmentDigests();
        for (Encoded.Part part : encoded.parts()) {
            files.add(file(claim.video(), plan, part, digests));
        }
        Stills pictures = stills.make(claim, encoded, scratch);
        put(claim.video(), names.digests(), digests.json(), "application/json");
        put(claim.video(), names.multivariant(), multivariant(files), PLAYLIST_TYPE);
        return new PackagedVersion(encoded.micros(plan), names.multivariant(), names.digests(), files, pictures);
    }

    private PackagedFile file(VideoVersion video, TranscodePlan plan, Encoded.Part part, SegmentDigests digests)
            throws InterruptedException {
        StoredRendition rendition = part.rendition();
        String label = part.picture()
                .map(picture -> Integer.toString(picture.shortSide()))
                .orElse(rendition.name());
        ObjectNames objects = ObjectNames.of(video, plan);
        PackagedFile.FileNames names = new PackagedFile.FileNames(objects.file(label), objects.playlist(label));
        List<PlaylistSegment> listed =
                part.segments().stream().map(StoredSegment::listed).toList();
        List<RenditionFile.Piece> pieces = pieces(video, part);
        String sha256 = new RenditionFile(origin, patience).write(video.folder().resolve(names.file()), pieces);
        put(video, names.playlist(), MediaPlaylist.vod(names.file(), rendition.initSize(), listed), PLAYLIST_TYPE);
        digests.add(names.file(), rendition.initSize(), listed);
        var videoPlan = plan.video();
        return new PackagedFile(
                rendition.name(),
                names,
                part.picture().map(picture -> picture.width()).orElse(0),
                part.picture().map(picture -> picture.height()).orElse(0),
                videoPlan == null || part.picture().isEmpty()
                        ? 0
                        : videoPlan.grid().rate().perSecond(),
                rendition.codecs(),
                Bandwidth.of(listed),
                pieces.stream().mapToLong(RenditionFile.Piece::size).sum(),
                sha256,
                listed.size());
    }

    private static List<RenditionFile.Piece> pieces(VideoVersion video, Encoded.Part part) {
        ObjectKey folder = video.progressFolder().resolve(part.rendition().name());
        List<RenditionFile.Piece> pieces = new ArrayList<>();
        pieces.add(new RenditionFile.Piece(
                folder.resolve(part.rendition().initObject()), part.rendition().initSize()));
        part.segments()
                .forEach(segment ->
                        pieces.add(new RenditionFile.Piece(folder.resolve(segment.object()), segment.size())));
        return pieces;
    }

    private static String multivariant(List<PackagedFile> files) {
        List<VariantStream> variants = new ArrayList<>();
        Optional<AudioRendition> audio = Optional.empty();
        for (PackagedFile file : files) {
            Bandwidth bandwidth = file.bandwidth();
            if (file.name().equals(TranscodePlan.AUDIO)) {
                audio = Optional.of(new AudioRendition(
                        file.names().playlist(), bandwidth.peak(), bandwidth.average(), STEREO, file.codecs()));
            } else {
                variants.add(new VariantStream(
                        file.names().playlist(),
                        bandwidth.peak(),
                        bandwidth.average(),
                        file.width(),
                        file.height(),
                        String.format(Locale.ROOT, "%.3f", file.frameRate()),
                        file.codecs()));
            }
        }
        if (variants.isEmpty() && audio.isEmpty()) {
            throw new SourceRefusedException("not_a_video", "The file has neither pictures nor sound.");
        }
        return MultivariantPlaylist.of(variants, audio.orElse(null));
    }

    private void put(VideoVersion video, String name, String text, String type) throws InterruptedException {
        patience.with(() -> {
            origin.put(video.folder().resolve(name), text.getBytes(StandardCharsets.UTF_8), type);
            return name;
        });
    }
}
