package dev.vireo.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.transcode.v1.PackagedRendition;
import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of a source that fits are its top rendition, bit by bit; any other is encoded. */
class CopyIT {

    private static final String PICTURE = "-f lavfi -i testsrc2=s=640x360:r=25:d=8 ";
    private static final String SOUND = "-f lavfi -i sine=d=8 ";
    private static final String X264 = "-c:v libx264 -preset veryfast -crf 30 -g 25 ";
    private static final String KEYS_FOR_FIVE_SECONDS =
            "-g 1000 -sc_threshold 0 -force_key_frames expr:lt(t,5)*gte(t,n_forced)";

    private static final Map<String, String> FITTING = Map.of(
            "frames-out-of-order.mp4", PICTURE + SOUND + X264 + "-bf 3 -c:a aac",
            "rounded-times.mkv", "-f lavfi -i testsrc2=s=640x360:r=30000/1001:d=8 " + SOUND + X264 + "-c:a aac",
            "late.mov", PICTURE + SOUND + X264 + "-c:a aac -output_ts_offset 3.3",
            "uneven-segments.mp4", PICTURE + X264 + "-g 40 -sc_threshold 0 -profile:v baseline",
            "flash.flv", PICTURE + SOUND + X264 + "-c:a aac",
            "cut-off-group.mp4", PICTURE + X264 + "-t 7.32");

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("far-key-frames.mp4", PICTURE + X264 + "-g 250 -sc_threshold 0"),
            Map.entry("open-groups.mp4", PICTURE + X264 + "-bf 3 -x264-params open-gop=1:scenecut=0"),
            Map.entry("variable-rate.mp4", PICTURE + "-vf select='gt(mod(n*7919,13),4)' -fps_mode vfr " + X264),
            Map.entry("one-gap.mp4", PICTURE + "-vf select='not(eq(n,60))' -fps_mode vfr " + X264),
            Map.entry("ten-bits.mp4", PICTURE + X264 + "-pix_fmt yuv420p10le"),
            Map.entry("full-colour.mp4", PICTURE + X264 + "-pix_fmt yuv444p"),
            Map.entry("heavy.mp4", PICTURE + X264 + "-crf 3"),
            Map.entry("interlaced.mp4", PICTURE + X264 + "-vf setfield=tff -flags +ilme+ildct -x264-params tff=1"),
            Map.entry("anamorphic.mp4", PICTURE + X264 + "-vf setsar=4/3"),
            Map.entry("transport.ts", PICTURE + SOUND + X264 + "-c:a aac"),
            Map.entry("later-far-key-frames.mp4", PICTURE.replace("d=8", "d=12") + X264 + KEYS_FOR_FIVE_SECONDS),
            Map.entry("later-gap.mp4", PICTURE + "-vf select='not(eq(n,160))' -fps_mode vfr " + X264),
            Map.entry(
                    "later-off-the-grid.mp4",
                    PICTURE + "-vf settb=1/12800,setpts=if(between(N\\,130\\,140)\\,PTS+0.4/25/TB\\,PTS)"
                            + " -enc_time_base 1/12800 -fps_mode passthrough " + X264),
            Map.entry("other-description.mp4", "-bf 0"),
            Map.entry("other-parameters.mp4", "-i concat:begin.ts|end.ts -c copy"),
            Map.entry("rotated.mp4", "-display_rotation 90 -i cut-off-group.mp4 -c copy"),
            Map.entry("damaged.mp4", ""));

    private static final Map<String, UUID> VIDEOS = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    static Stream<String> fitting() {
        return FITTING.keySet().stream().sorted();
    }

    static Stream<String> others() {
        return OTHERS.keySet().stream().sorted();
    }

    /** All at once, as many users would; each test then looks at its own. */
    @BeforeAll
    static void uploadAll() throws IOException {
        Sources.make(folder.resolve("begin.ts"), PICTURE + X264 + "-t 5");
        Sources.make(folder.resolve("end.ts"), PICTURE + X264 + "-t 3 -x264-params cabac=0 -output_ts_offset 5.08");
        FITTING.forEach((name, arguments) -> make(name, arguments));
        OTHERS.forEach((name, arguments) -> make(name, arguments));
        Stream.concat(fitting(), others())
                .forEach(name -> VIDEOS.put(name, RunningService.get().upload(folder.resolve(name))));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void isCopied(String name) throws IOException {
        Packaged packaged = packaged(name);
        List<String> source = packets(folder.resolve(name).toString());
        assertThat(packets(packaged.file(packaged.top()).toString())).isEqualTo(source);
        assertThat(packets(place(name).resolve(packaged.top().getPlaylist()).toString()))
                .isEqualTo(source);
        double frame = 1 / packaged.top().getFrameRate();
        double begin = begin(packaged, packaged.top());
        for (PackagedRendition rendition : packaged.video().getRenditionsList()) {
            assertThat(begin(packaged, rendition))
                    .as(rendition.getName())
                    .isBetween(
                            begin - (rendition.getHasAudio() ? frame : 0.001),
                            begin + (rendition.getHasAudio() ? frame : 0.001));
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void isEncoded(String name) throws IOException {
        Packaged packaged = packaged(name);
        assertThat(packets(packaged.file(packaged.top()).toString()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(packets(folder.resolve(name).toString()));
    }

    private static void make(String name, String arguments) {
        if (arguments.isEmpty()) {
            damage(Sources.make(folder.resolve(name), (PICTURE + X264).strip()));
        } else if (arguments.equals("-bf 0")) {
            TwoDescriptions.give(Sources.make(folder.resolve(name), PICTURE + X264 + arguments), 150, 50);
        } else {
            Sources.make(
                    folder.resolve(name),
                    arguments
                            .strip()
                            .replace("-i cut", "-i " + folder + "/cut")
                            .replace("begin.ts|end.ts", folder + "/begin.ts|" + folder + "/end.ts"));
        }
    }

    /** Overwrites a part of the pictures in the middle, as a bad disk would. */
    private static void damage(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            java.util.Arrays.fill(bytes, bytes.length * 7 / 10, bytes.length * 7 / 10 + 5000, (byte) 0);
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Packaged packaged(String name) throws IOException {
        RunningService service = RunningService.get();
        UUID id = VIDEOS.getOrDefault(name, new UUID(0, 0));
        TranscodeEvent end = service.end(id, 1);
        assertThat(end.hasCompleted()).as("%s", end).isTrue();
        Packaged packaged =
                Packaged.fetch(service, id, end.getCompleted().getPackaged(), Files.createDirectories(place(name)));
        packaged.check();
        return packaged;
    }

    private static Path place(String name) {
        return folder.resolve(name + "-out");
    }

    /** Digests of the pictures in the order of decoding. */
    private static List<String> packets(String file) {
        return Sources.probe(
                        file,
                        "-allowed_extensions ALL -select_streams v -show_data_hash sha256 -show_entries packet=data_hash -of compact=p=0:nk=1")
                .stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static double begin(Packaged packaged, PackagedRendition rendition) {
        return Double.parseDouble(
                Sources.probe(packaged.file(rendition).toString(), "-show_entries stream=start_time -of csv=p=0")
                        .getFirst());
    }
}
