package dev.vireo.transcode.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.transcode.chunk.Chunk;
import dev.vireo.transcode.chunk.ChunkSizes;
import dev.vireo.transcode.chunk.Chunks;
import dev.vireo.transcode.chunk.SegmentGrid;
import dev.vireo.transcode.job.VideoPlan;
import dev.vireo.transcode.ladder.FrameRate;
import dev.vireo.transcode.ladder.Ladder;
import dev.vireo.transcode.probe.ProbedSource;
import dev.vireo.transcode.probe.VideoTrack;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkCommandTest {

    private static final OutputProperties OUTPUT = new OutputProperties(
            List.of(1080, 720, 480, 360, 240),
            Duration.ofSeconds(4),
            2,
            4,
            Duration.ofSeconds(30),
            "libx264",
            "veryfast",
            23,
            128_000,
            true);

    @Test
    void aChunkInTheMiddleIsSoughtAndCut() {
        Film film = new Film(640, 360, new FrameRate(25, 1), 60_000_000, 80_000, false, false, "mov");
        Chunk chunk = film.plan().chunks().get(1);
        ChunkCommand command = film.command(chunk);
        assertThat(command.input())
                .containsSubsequence("-noaccurate_seek", "-ss", "8.080000")
                .endsWith("-copyts");
        assertThat(filter(film, chunk))
                .startsWith("[0:3]fps=25:start_time=8.080000,trim=end_frame=" + chunk.segments() * 100 + ",setpts=N");
        assertThat(command.output(film.plan().renditions())).containsSubsequence("-start_number", "2");
    }

    @Test
    void theFirstIsNotSoughtAndTheLastIsNotCut() {
        Film film = new Film(640, 360, new FrameRate(25, 1), 60_000_000, 0, false, false, "mov");
        assertThat(film.command(film.plan().chunks().getFirst()).input()).doesNotContain("-ss");
        assertThat(filter(film, film.plan().chunks().getLast())).doesNotContain("trim=");
    }

    @Test
    void aFileWithoutAnIndexIsReadFromItsBeginning() {
        Film film = new Film(640, 360, new FrameRate(25, 1), 60_000_000, 0, false, false, "mpegts");
        assertThat(film.plan().chunks()).hasSize(2);
        assertThat(film.command(film.plan().chunks().get(1)).input()).doesNotContain("-ss");
    }

    @Test
    void interlacedAndBrightPicturesAreChangedOnce() {
        Film film = new Film(1920, 1080, new FrameRate(25, 1), 60_000_000, 0, true, true, "mov");
        assertThat(filter(film, film.plan().chunks().getFirst()))
                .startsWith("[0:3]yadif=deint=interlaced,fps=25")
                .containsOnlyOnce("tonemap=hable");
    }

    /** For any film: one output for each rendition, all frames of a chunk, chunks that follow each other. */
    @Test
    void anyFilmIsCutIntoWholeChunks() {
        Random random = new Random(23);
        for (int round = 0; round < 2000; round++) {
            Film film = Film.any(random);
            long next = 0;
            for (Chunk chunk : film.plan().chunks()) {
                List<String> output = film.command(chunk).output(film.plan().renditions());
                int renditions = film.plan().renditions().size();
                assertThat(Collections.frequency(output, "-map")).as("%s", film).isEqualTo(renditions);
                for (int index = 0; index < renditions; index++) {
                    assertThat(filter(film, chunk)).as("%s", film).containsOnlyOnce("[v" + index + "]");
                }
                assertThat(output).as("%s", film).containsSubsequence("-start_number", Long.toString(next));
                assertThat(filter(film, chunk).contains("trim=end_frame="))
                        .as("%s", film)
                        .isNotEqualTo(chunk.last());
                assertThat(output).as("%s", film).noneMatch(option -> option.contains("E-") || option.contains("NaN"));
                next = chunk.endSegment();
            }
        }
    }

    private static String filter(Film film, Chunk chunk) {
        List<String> output = film.command(chunk).output(film.plan().renditions());
        return output.get(output.indexOf("-filter_complex") + 1);
    }

    private record Film(
            int width,
            int height,
            FrameRate rate,
            long micros,
            long start,
            boolean interlaced,
            boolean bright,
            String container) {

        static Film any(Random random) {
            return new Film(
                    1 + random.nextInt(4000),
                    1 + random.nextInt(4000),
                    new FrameRate(1 + random.nextInt(60_000), 1 + random.nextInt(1001)),
                    random.nextLong(600_000_000),
                    random.nextLong(-5_000_000, 1_000_000_000),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean() ? "mov" : "mpegts");
        }

        VideoTrack track() {
            return new VideoTrack(3, "h264", width, height, rate, start, micros, interlaced, bright, null);
        }

        ProbedSource source() {
            return new ProbedSource(container, 0, micros, track(), null, -1);
        }

        VideoPlan plan() {
            SegmentGrid grid = SegmentGrid.of(rate, OUTPUT.segment());
            Ladder ladder = Ladder.forSource(width, height, rate, OUTPUT.heights());
            List<Chunk> chunks = Chunks.cut(
                    grid.segments(track().frames()),
                    new ChunkSizes(OUTPUT.leadSegments(), OUTPUT.secondSegments(), OUTPUT.chunkSegments()),
                    source().seekable());
            return new VideoPlan(grid, ladder.renditions(), ladder.lead().name(), chunks, start, null);
        }

        ChunkCommand command(Chunk chunk) {
            return new ChunkCommand(source(), track(), plan(), chunk, new EncodeSettings(OUTPUT, 1));
        }
    }
}
