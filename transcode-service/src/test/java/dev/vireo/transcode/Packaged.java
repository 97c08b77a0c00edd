package dev.vireo.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.transcode.v1.PackagedRendition;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.kit.origin.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A finished version fetched from the origin, and what must hold of every one. */
public record Packaged(PackagedVideo video, UUID id, Path folder) {

    private static final Pattern RANGE = Pattern.compile("#EXT-X-BYTERANGE:(\\d+)@(\\d+)");
    private static final Pattern LENGTH = Pattern.compile("#EXTINF:([\\d.]+),");
    private static final Pattern TARGET = Pattern.compile("#EXT-X-TARGETDURATION:(\\d+)");
    private static final Pattern MAP = Pattern.compile("#EXT-X-MAP:URI=\"([^\"]+)\",BYTERANGE=\"(\\d+)@0\"");

    /** Fetches all files of the version. */
    public static Packaged fetch(RunningService service, UUID id, PackagedVideo video, Path folder) {
        Packaged packaged = new Packaged(video, id, folder);
        List<String> names = new ArrayList<>(List.of(video.getMultivariantPlaylist(), video.getSegmentsSha256()));
        for (PackagedRendition rendition : video.getRenditionsList()) {
            names.add(rendition.getFile());
            names.add(rendition.getPlaylist());
        }
        names.add(video.getPoster());
        names.add(video.getThumbnail());
        if (video.hasStoryboard()) {
            names.add(video.getStoryboard().getSprite());
            names.add(video.getStoryboard().getTrack());
        }
        ObjectKey place = new ObjectKey(RunningService.INSTANCE + "/" + id + "/" + video.getVersion());
        names.stream().filter(name -> !name.isEmpty()).forEach(name -> {
            try (InputStream from = service.origin().get(place.resolve(name))) {
                Files.copy(from, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        return packaged;
    }

    /** The video rendition of the most pixels. */
    public PackagedRendition top() {
        return video.getRenditions(0);
    }

    /** Checks what holds of every version: playlists, ranges, digests, frames on a regular grid, key frames. */
    public void check() {
        String master = text(video.getMultivariantPlaylist());
        String digests = text(video.getSegmentsSha256());
        long frames = -1;
        for (PackagedRendition rendition : video.getRenditionsList()) {
            assertThat(master).contains(rendition.getPlaylist()).contains(rendition.getCodecs());
            List<byte[]> segments = segments(rendition, digests);
            assertThat(segments).hasSize(rendition.getSegments());
            if (rendition.getHasVideo()) {
                long counted = checkFrames(rendition);
                assertThat(frames == -1 || frames == counted)
                        .as("frames of %s", rendition.getName())
                        .isTrue();
                frames = counted;
            }
        }
    }

    /** Frames of the highest rendition. */
    public int frames() {
        return packets(top()).size();
    }

    /** One entry of ffprobe about the highest rendition. */
    public String about(String entry) {
        return String.join(
                ",", Sources.probe(file(top()).toString(), "-show_entries stream=" + entry + " -of csv=p=0"));
    }

    /** The file of a rendition. */
    public Path file(PackagedRendition rendition) {
        return folder.resolve(rendition.getFile());
    }

    /** The segments by the playlist's byte ranges, each with its digest in the document. */
    private List<byte[]> segments(PackagedRendition rendition, String digests) {
        String playlist = text(rendition.getPlaylist());
        byte[] file = bytes(rendition.getFile());
        assertThat(file).hasSize((int) rendition.getSize());
        assertThat(sha256(file))
                .isEqualTo(HexFormat.of().formatHex(rendition.getSha256().toByteArray()));
        Matcher map = MAP.matcher(playlist);
        assertThat(map.find()).isTrue();
        assertThat(map.group(1)).isEqualTo(rendition.getFile());
        long offset = Long.parseLong(map.group(2));
        List<byte[]> segments = new ArrayList<>();
        Matcher range = RANGE.matcher(playlist);
        while (range.find()) {
            assertThat(Long.parseLong(range.group(2))).isEqualTo(offset);
            long end = offset + Long.parseLong(range.group(1));
            byte[] segment = Arrays.copyOfRange(file, (int) offset, (int) end);
            assertThat(digests).contains("\"" + offset + "-" + (end - 1) + "\": \"" + sha256(segment) + "\"");
            segments.add(segment);
            offset = end;
        }
        assertThat(offset).isEqualTo(file.length);
        assertThat(playlist).endsWith("#EXT-X-ENDLIST\n");
        return segments;
    }

    /** Every gap is one frame, and a key frame begins each segment. */
    private long checkFrames(PackagedRendition rendition) {
        List<String[]> packets = packets(rendition);
        double gap = 1 / rendition.getFrameRate();
        List<Double> times = packets.stream()
                .map(packet -> Double.valueOf(packet[0]))
                .sorted()
                .toList();
        for (int frame = 1; frame < times.size(); frame++) {
            assertThat(times.get(frame) - times.get(frame - 1))
                    .as("gap before frame %s of %s", frame, rendition.getName())
                    .isBetween(gap - 0.0005, gap + 0.0005);
        }
        checkCuts(
                rendition,
                packets.stream()
                        .filter(packet -> packet[1].startsWith("K"))
                        .map(packet -> Double.valueOf(packet[0]))
                        .toList());
        assertThat(packets.stream().noneMatch(packet -> packet[1].contains("D")))
                .isTrue();
        return packets.size();
    }

    /** Each segment begins with a key frame, and its length is that of the playlist. */
    private void checkCuts(PackagedRendition rendition, List<Double> keys) {
        String playlist = text(rendition.getPlaylist());
        Matcher target = TARGET.matcher(playlist);
        assertThat(target.find()).isTrue();
        double begin = keys.getFirst();
        Matcher length = LENGTH.matcher(playlist);
        while (length.find()) {
            double expected = begin;
            assertThat(keys)
                    .as("key frame at %s of %s", begin, rendition.getName())
                    .anyMatch(key -> Math.abs(key - expected) < 0.0005);
            double seconds = Double.parseDouble(length.group(1));
            assertThat(Math.round(seconds)).isLessThanOrEqualTo(Long.parseLong(target.group(1)));
            begin += seconds;
        }
        if (!rendition.equals(top())) {
            assertThat(keys).hasSize(rendition.getSegments());
        }
    }

    private List<String[]> packets(PackagedRendition rendition) {
        return Sources.probe(
                        file(rendition).toString(), "-select_streams v -show_entries packet=pts_time,flags -of csv=p=0")
                .stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** A text file of the version. */
    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
