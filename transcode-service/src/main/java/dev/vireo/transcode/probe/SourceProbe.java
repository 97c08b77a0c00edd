package dev.vireo.transcode.probe;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.ObjectInfo;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.kit.process.ChildResult;
import dev.vireo.kit.process.SupervisedProcess;
import dev.vireo.transcode.ladder.KeyFrames;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Looks into a source by its address, without downloading it. */
@Component
public class SourceProbe {

    private static final Logger LOG = LoggerFactory.getLogger(SourceProbe.class);
    private static final List<String> LOOK = List.of("-analyzeduration", "10000000", "-probesize", "20000000");
    /** Time and flags of a packet that is neither corrupt nor to be left out. */
    private static final Pattern PACKET = Pattern.compile("(-?\\d+\\.\\d+)\\|[K_]_*(\\|.*)?");

    private static final double MICROS = 1_000_000;
    private static final int LONGEST_REPORT = 1_000_000;

    private final MediaTools tools;
    private final OriginStore origin;
    private final JsonMapper json;
    private final ToolsProperties properties;
    private final SourceLimitProperties limits;

    SourceProbe(
            MediaTools tools,
            OriginStore origin,
            JsonMapper json,
            ToolsProperties properties,
            SourceLimitProperties limits) {
        this.tools = tools;
        this.origin = origin;
        this.json = json;
        this.properties = properties;
        this.limits = limits;
    }

    /**
     * What the source is.
     *
     * @throws SourceRefusedException when it can never be transcoded
     * @throws PlatformException when the origin is away
     */
    public ProbedSource probe(ObjectKey source, Path scratch) throws InterruptedException {
        ObjectInfo info = origin.stat(source)
                .orElseThrow(() -> new SourceRefusedException(
                        "source_missing", "The uploaded file is no longer there. Upload it again."));
        if (info.size() > limits.maxSize().toBytes()) {
            throw new SourceRefusedException(
                    "source_too_large",
                    "The file is larger than " + limits.maxSize().toGigabytes() + " GB, which is the most.");
        }
        String report = report(origin.presignedGet(source, properties.sourceLife()), scratch);
        try {
            return new ProbeReport(json.readTree(report), limits).source();
        } catch (JacksonException broken) {
            LOG.warn("Unreadable report of ffprobe on {}", source, broken);
            throw SourceRefusedException.notAVideo();
        }
    }

    private String report(URI address, Path scratch) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-show_format", "-show_streams", "-of", "json"));
        arguments.addAll(tools.source(address, LOOK));
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger length = new AtomicInteger();
        try (SupervisedProcess process =
                tools.ffprobe(arguments, scratch, properties.probeTime(), line -> keep(lines, length, line))) {
            ChildResult result = process.await();
            if (result.timedOut()) {
                throw new SourceRefusedException(
                        "not_a_video", "The file could not be read in time. It may be damaged; export it anew.");
            }
            if (!result.succeeded() && MediaErrors.ofOrigin(result.errorTail())) {
                throw new PlatformException(
                        KitErrorCode.UNAVAILABLE, "The origin is away: " + MediaErrors.redacted(result.errorTail()));
            }
            if (!result.succeeded()) {
                LOG.info("ffprobe refused a source: {}", MediaErrors.redacted(result.errorTail()));
                throw SourceRefusedException.notAVideo();
            }
        }
        return String.join("\n", lines);
    }

    /**
     * Gives the packets at the beginning of a video track to {@code keyFrames}; false when they could not be read in
     * time, or not well.
     *
     * @param length how much of the track is looked at
     */
    public boolean look(
            ObjectKey source, VideoTrack track, KeyFrames keyFrames, Duration length, Duration wallTime, Path scratch)
            throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-select_streams", Integer.toString(track.stream())));
        arguments.addAll(List.of("-read_intervals", "%+" + length.toSeconds()));
        arguments.addAll(List.of("-show_entries", "packet=pts_time,flags", "-of", "compact=p=0:nk=1"));
        arguments.addAll(tools.source(origin.presignedGet(source, properties.sourceLife()), List.of()));
        try (SupervisedProcess process =
                tools.ffprobe(arguments, scratch, wallTime, line -> packet(line, track.startMicros(), keyFrames))) {
            return process.await().succeeded();
        }
    }

    private static void packet(String line, long startMicros, KeyFrames keyFrames) {
        Matcher packet = PACKET.matcher(line);
        if (packet.matches()) {
            keyFrames.add(Double.parseDouble(packet.group(1)) * MICROS - startMicros, line.contains("K"));
        } else if (!line.isBlank()) {
            keyFrames.refuse();
        }
    }

    private static void keep(List<String> lines, AtomicInteger length, String line) {
        if (length.addAndGet(line.length()) <= LONGEST_REPORT) {
            lines.add(line);
        }
    }
}
