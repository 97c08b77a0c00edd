package dev.vireo.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.kit.origin.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that is whole and lies on the grid, but turns out not to match the other renditions when all is packaged. */
class CopyFallbackIT {

    private static final int FRAMES = 150;
    private static final int UNREADABLE = 10;
    private static final int FILLER = 12;
    private static final int SLICE = 1;

    @TempDir
    private static Path folder;

    /** The last frames are no pictures: a copy keeps them, a decoder has nothing to show. */
    @Test
    void isReplacedByAnEncodedRendition() throws IOException {
        Path film = Sources.make(
                folder.resolve("film.mp4"),
                "-f lavfi -i testsrc2=s=640x360:r=25:d=6 -c:v libx264 -preset veryfast -bf 0 -g 25 -crf 30"
                        + " -x264-params slices=1:scenecut=0");
        hide(film, UNREADABLE);
        RunningService service = RunningService.get();
        UUID video = service.upload(film);
        TranscodeEvent end = service.end(video, 1);
        assertThat(end.hasCompleted()).as("%s", end).isTrue();
        Packaged packaged = Packaged.fetch(
                service, video, end.getCompleted().getPackaged(), Files.createDirectories(folder.resolve("out")));
        packaged.check();
        assertThat(packaged.frames()).isEqualTo(FRAMES - UNREADABLE);
        assertThat(packaged.top().getFile()).contains("-encoded-");
        assertThat(end.getCompleted().getPackaged().getMultivariantPlaylist()).isEqualTo("master-encoded.m3u8");
        List<ObjectKey> made = service.origin().list(RunningService.INSTANCE + "/" + video + "/1/progress/", 1000);
        assertThat(made).filteredOn(key -> key.value().contains("/360p/init-")).hasSize(2);
        for (int second = 0; second < FRAMES / 25; second++) {
            String number = "/360p/" + second + "-";
            assertThat(made).filteredOn(key -> key.value().contains(number)).hasSize(2);
        }
        assertThat(made)
                .allSatisfy(key ->
                        assertThat(key.value()).contains(digest(service, key).substring(0, 16)));
    }

    /** Makes filler of the last pictures of a film whose pictures lie one after another. */
    private static void hide(Path film, int count) throws IOException {
        byte[] bytes = Files.readAllBytes(film);
        List<Integer> pictures =
                Sources.probe(film.toString(), "-select_streams v -show_entries packet=pos -of csv=p=0").stream()
                        .filter(line -> !line.isBlank())
                        .map(Integer::valueOf)
                        .sorted()
                        .toList();
        for (int at : pictures.subList(pictures.size() - count, pictures.size())) {
            assertThat(bytes[at + 4] & 0x1F).as("a picture").isEqualTo(SLICE);
            bytes[at + 4] = FILLER;
        }
        Files.write(film, bytes);
    }

    private static String digest(RunningService service, ObjectKey key) {
        try (InputStream bytes = service.origin().get(key)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
