package dev.vireo.transcode.still;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.kit.process.ChildResult;
import dev.vireo.kit.process.SupervisedProcess;
import dev.vireo.transcode.probe.MediaErrors;
import dev.vireo.transcode.probe.MediaTools;
import dev.vireo.transcode.probe.ToolsProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Makes still pictures with ffmpeg, into a folder; says false or nothing when none could be made. */
@Component
public class StillMaker {

    /** File of the large still. */
    public static final String POSTER = "poster.jpg";

    /** File of the small still. */
    public static final String THUMBNAIL = "thumbnail.jpg";

    /** File of the sprite. */
    public static final String SPRITE = "storyboard.jpg";

    /** File of the WebVTT track. */
    public static final String TRACK = "storyboard.vtt";

    private static final Logger LOG = LoggerFactory.getLogger(StillMaker.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final DataSize LARGEST = DataSize.ofMegabytes(64);
    private static final String TWO_SIZES = "split=2[p][t];"
            + "[p]scale='min(1280,iw)':-2:out_range=pc,format=yuvj420p[poster];"
            + "[t]scale='min(320,iw)':-2:out_range=pc,format=yuvj420p[thumbnail]";

    private final MediaTools tools;
    private final OriginStore origin;
    private final ToolsProperties properties;

    StillMaker(MediaTools tools, OriginStore origin, ToolsProperties properties) {
        this.tools = tools;
        this.origin = origin;
        this.properties = properties;
    }

    /**
     * What a storyboard is made of.
     *
     * @param file the key frames of its segments become tiles
     * @param aspect width divided by height
     */
    public record Board(String file, String stem, int tiles, long intervalMicros, long durationMicros, double aspect) {}

    /** Poster and thumbnail of the most typical of the first frames of a file in the folder. */
    public boolean poster(String file, Path folder) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-i", file));
        arguments.addAll(pictures("[0:v:0]thumbnail=48," + TWO_SIZES));
        return run(arguments, folder) && Files.exists(folder.resolve(THUMBNAIL));
    }

    /** Poster and thumbnail of a picture that is attached to a source. */
    public boolean cover(ObjectKey source, int stream, Path folder) throws InterruptedException {
        List<String> arguments =
                new ArrayList<>(tools.source(origin.presignedGet(source, properties.sourceLife()), List.of()));
        arguments.addAll(pictures("[0:" + stream + "]" + TWO_SIZES));
        return run(arguments, folder) && Files.exists(folder.resolve(THUMBNAIL));
    }

    /** The sprite and its track. */
    public Optional<Storyboard> storyboard(Board board, Path folder) throws InterruptedException {
        Storyboard grid = StoryboardTrack.grid(board);
        List<String> arguments = List.of(
                "-skip_frame",
                "nokey",
                "-i",
                board.file(),
                "-fps_mode",
                "passthrough",
                "-vf",
                "scale=" + grid.tileWidth() + ":" + grid.tileHeight() + ":out_range=pc,format=yuvj420p,tile="
                        + grid.columns() + "x" + grid.rows(),
                "-frames:v",
                "1",
                "-q:v",
                "5",
                "-update",
                "1",
                SPRITE);
        if (!run(arguments, folder) || !Files.exists(folder.resolve(SPRITE))) {
            return Optional.empty();
        }
        try {
            Files.writeString(folder.resolve(TRACK), StoryboardTrack.text(board, grid));
        } catch (IOException failure) {
            throw new UncheckedIOException("The storyboard cannot be written", failure);
        }
        return Optional.of(grid);
    }

    private static List<String> pictures(String filter) {
        List<String> options = new ArrayList<>(List.of("-filter_complex", filter));
        for (String name : List.of("poster", "thumbnail")) {
            options.addAll(List.of("-map", "[" + name + "]", "-frames:v", "1", "-q:v", "4", "-update", "1"));
            options.add(name + ".jpg");
        }
        return options;
    }

    private boolean run(List<String> arguments, Path folder) throws InterruptedException {
        try (SupervisedProcess process = tools.ffmpeg(arguments, folder, LONGEST, LARGEST)) {
            ChildResult result = process.await();
            if (!result.succeeded()) {
                LOG.warn("No still: {}", MediaErrors.redacted(result.errorTail()));
            }
            return result.succeeded();
        }
    }
}
