package dev.vireo.transcode.encode;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.transcode.job.Claim;
import dev.vireo.transcode.job.StoredSegment;
import dev.vireo.transcode.job.VideoVersion;
import dev.vireo.transcode.ladder.Rendition;
import dev.vireo.transcode.still.StillMaker;
import dev.vireo.transcode.still.Stills;
import dev.vireo.transcode.still.Storyboard;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the stills from segments that are already small; a video without stills is still a video. */
@Component
class StillWork {

    private static final int POSTER_SIDE = 720;
    private static final int POSTER_PLACE = 4;
    private static final int MOST_TILES = 100;
    private static final String JPEG = "image/jpeg";

    private final OriginStore origin;
    private final Patience patience;
    private final StillMaker maker;

    StillWork(OriginStore origin, Patience patience, StillMaker maker) {
        this.origin = origin;
        this.patience = patience;
        this.maker = maker;
    }

    Stills make(Claim claim, Encoded encoded, Scratch scratch) throws InterruptedException {
        List<Encoded.Part> pictures = encoded.pictures();
        Path folder = scratch.sub("still");
        ObjectNames names = ObjectNames.of(claim.video(), claim.requirePlan());
        boolean poster = pictures.isEmpty() ? cover(claim, folder) : poster(claim.video(), pictures, folder);
        Optional<Storyboard> storyboard =
                pictures.isEmpty() ? Optional.empty() : storyboard(claim.video(), names, pictures.getLast(), folder);
        if (poster) {
            put(claim.video(), folder.resolve(StillMaker.POSTER), names.poster(), JPEG);
            put(claim.video(), folder.resolve(StillMaker.THUMBNAIL), names.thumbnail(), JPEG);
        }
        if (storyboard.isPresent()) {
            put(
                    claim.video(),
                    folder.resolve(StillMaker.SPRITE),
                    storyboard.get().sprite(),
                    JPEG);
            put(
                    claim.video(),
                    folder.resolve(StillMaker.TRACK),
                    storyboard.get().track(),
                    "text/vtt");
        }
        return new Stills(poster ? names.poster() : "", poster ? names.thumbnail() : "", storyboard.orElse(null));
    }

    private boolean cover(Claim claim, Path folder) throws InterruptedException {
        int stream = claim.requirePlan().source().coverStream();
        return stream >= 0 && maker.cover(new ObjectKey(claim.sourceKey()), stream, folder);
    }

    private boolean poster(VideoVersion video, List<Encoded.Part> pictures, Path folder) throws InterruptedException {
        Encoded.Part part = pictures.stream()
                .filter(candidate ->
                        candidate.picture().map(Rendition::shortSide).orElse(0) <= POSTER_SIDE)
                .findFirst()
                .orElse(pictures.getLast());
        StoredSegment segment = part.segments().get(part.segments().size() / POSTER_PLACE);
        fetch(video, part, List.of(segment), folder.resolve("poster.mp4"));
        return maker.poster("poster.mp4", folder);
    }

    private Optional<Storyboard> storyboard(VideoVersion video, ObjectNames names, Encoded.Part part, Path folder)
            throws InterruptedException {
        int step = (part.segments().size() + MOST_TILES - 1) / MOST_TILES;
        List<StoredSegment> chosen = new ArrayList<>();
        for (int number = 0; number < part.segments().size(); number += step) {
            chosen.add(part.segments().get(number));
        }
        Rendition picture = part.picture().orElseThrow();
        if (chosen.size() < 2) {
            return Optional.empty();
        }
        fetch(video, part, chosen, folder.resolve("storyboard.mp4"));
        long interval = step * part.segments().getFirst().micros();
        return maker.storyboard(
                new StillMaker.Board(
                        "storyboard.mp4",
                        names.stem(),
                        chosen.size(),
                        interval,
                        part.micros(),
                        (double) picture.width() / picture.height()),
                folder);
    }

    private void fetch(VideoVersion video, Encoded.Part part, List<StoredSegment> segments, Path file)
            throws InterruptedException {
        ObjectKey folder = video.progressFolder().resolve(part.rendition().name());
        List<ObjectKey> keys =
                new ArrayList<>(List.of(folder.resolve(part.rendition().initObject())));
        segments.forEach(segment -> keys.add(folder.resolve(segment.object())));
        patience.with(() -> {
            try (OutputStream to = Files.newOutputStream(file)) {
                for (ObjectKey key : keys) {
                    try (InputStream from = origin.get(key)) {
                        from.transferTo(to);
                    }
                }
            }
            return file;
        });
    }

    private void put(VideoVersion video, Path file, String name, String type) throws InterruptedException {
        byte[] bytes = read(file);
        patience.with(() -> {
            origin.put(video.folder().resolve(name), bytes, type);
            return name;
        });
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("A still cannot be read", failure);
        }
    }
}
