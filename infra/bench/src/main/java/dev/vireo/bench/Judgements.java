package dev.vireo.bench;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.video.v1.AccountSummary;
import dev.vireo.contracts.video.v1.ChannelSummary;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * How well a search ranks: some videos, questions, and what each question should find, as people judged it. The measure
 * is nDCG@10 (K. Järvelin, J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002), 1 when each
 * question finds its best answers first.
 */
final class Judgements {
    private static final int DEPTH = 10;
    private static final int DAY_SECONDS = 86_400;

    private final List<String[]> documents = rows("/search/documents.tsv");
    private final Map<String, Map<String, Integer>> questions = new LinkedHashMap<>();

    Judgements() {
        for (String[] row : rows("/search/queries.tsv")) {
            Map<String, Integer> worth = new LinkedHashMap<>();
            for (String pair : row[1].split(" ", -1)) {
                String[] both = pair.split(":", -1);
                worth.put(id(both[0]), Integer.parseInt(both[1]));
            }
            questions.put(row[0], worth);
        }
    }

    int size() {
        return questions.size();
    }

    List<Video> videos() {
        return documents.stream().map(Judgements::video).toList();
    }

    /** Mean over all questions; the function gives the ids that are found, the best first. */
    double ndcg(Function<String, List<String>> search) {
        return questions.entrySet().stream()
                .mapToDouble(question -> gain(search.apply(question.getKey()).stream()
                                .map(found -> question.getValue().getOrDefault(found, 0))
                                .toList())
                        / gain(question.getValue().values().stream()
                                .sorted((one, other) -> other - one)
                                .toList()))
                .average()
                .orElseThrow();
    }

    private static double gain(List<Integer> worths) {
        double sum = 0;
        for (int at = 0; at < Math.min(DEPTH, worths.size()); at++) {
            sum += (Math.pow(2, worths.get(at)) - 1) / (Math.log(at + 2.0) / Math.log(2));
        }
        return sum;
    }

    private static Video video(String[] row) {
        Timestamp then = Timestamp.newBuilder()
                .setSeconds(System.currentTimeMillis() / 1000 - Long.parseLong(row[2]) * DAY_SECONDS)
                .build();
        return Video.newBuilder()
                .setId(id(row[0]))
                .setInstanceId("main")
                .setRevision(1)
                .setName(row[4])
                .setDescription(row[5])
                .addAllTags(Arrays.asList(row[6].split(",", -1)))
                .setLanguage(row[1])
                .setViews(Long.parseLong(row[3]))
                .setPrivacy(Privacy.PRIVACY_PUBLIC)
                .setState(VideoState.VIDEO_STATE_PUBLISHED)
                .setDuration(Duration.newBuilder().setSeconds(600))
                .setChannel(ChannelSummary.newBuilder()
                        .setId(id("0"))
                        .setName("judged_channel")
                        .setDisplayName("Judged"))
                .setAccount(AccountSummary.newBuilder()
                        .setId(id("0"))
                        .setName("judge")
                        .setDisplayName("Judge"))
                .setCreatedAt(then)
                .setUpdatedAt(then)
                .setPublishedAt(then)
                .build();
    }

    private static String id(String number) {
        return new UUID(0x7002, Long.MIN_VALUE | Long.parseLong(number)).toString();
    }

    private static List<String[]> rows(String resource) {
        try (InputStream stream = Judgements.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
