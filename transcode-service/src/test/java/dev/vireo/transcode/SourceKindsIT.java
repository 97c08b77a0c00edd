package dev.vireo.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ordinary kind of file becomes HLS with the frames of a single pass. */
class SourceKindsIT {

    private static final Map<String, UUID> VIDEOS = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    /**
     * A kind of source.
     *
     * @param frames how many frames one pass makes
     * @param size of the highest rendition
     */
    record Kind(String file, String arguments, String frames, String size, boolean sound) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Kind> kinds() throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "source-kinds.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" *\\| +", 5))
                .map(cell -> new Kind(cell[0], arguments(cell[4]), cell[1], cell[2], cell[3].equals("yes")));
    }

    private static String arguments(String shortened) {
        return shortened
                .replace("FOLDER", folder.toString())
                .replace("PICTURE", "-f lavfi -i testsrc2=s=320x180:r=25:d=6")
                .replace("SOUND", "-f lavfi -i sine=d=6")
                .replace("X264", "-c:v libx264 -preset ultrafast -g 50");
    }

    /** All at once, as many users would; each test then looks at its own. */
    @BeforeAll
    static void uploadAll() throws IOException {
        kinds().forEach(kind -> {
            Path file = Sources.make(folder.resolve(kind.file()), kind.arguments());
            VIDEOS.put(kind.file(), RunningService.get().upload(file));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void becomesHls(Kind kind) throws IOException {
        RunningService service = RunningService.get();
        UUID id = VIDEOS.getOrDefault(kind.file(), new UUID(0, 0));
        TranscodeEvent end = service.end(id, 1);
        assertThat(end.hasCompleted()).as("%s", end).isTrue();
        Path place = Files.createDirectories(folder.resolve(kind.file() + "-out"));
        Packaged packaged = Packaged.fetch(service, id, end.getCompleted().getPackaged(), place);
        packaged.check();
        assertThat(packaged.video().getRenditionsList().stream().anyMatch(r -> r.getHasAudio()))
                .isEqualTo(kind.sound());
        if (kind.frames().equals("none")) {
            assertThat(packaged.video().getRenditionsList()).hasSize(1);
            return;
        }
        assertThat(packaged.about("width,height,pix_fmt")).isEqualTo(kind.size().replace('x', ',') + ",yuv420p");
        int frames = kind.frames().equals("same") ? onePass(kind, packaged) : Integer.parseInt(kind.frames());
        assertThat(packaged.frames()).isEqualTo(frames);
        assertThat(packaged.video().getPoster()).isNotEmpty();
    }

    private static int onePass(Kind kind, Packaged packaged) {
        try {
            Path whole = folder.resolve(kind.file() + "-whole.mp4");
            Sources.make(
                    whole,
                    "-i " + folder.resolve(kind.file()) + " -vf fps="
                            + packaged.top().getFrameRate() + " -an -c:v libx264 -preset ultrafast");
            int frames = Sources.probe(whole.toString(), "-show_entries packet=flags -of csv=p=0")
                    .size();
            Files.delete(whole);
            return frames;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
