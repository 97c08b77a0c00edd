package dev.vireo.bench;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.vireo.bench.Vocabulary.Zipf;
import dev.vireo.contracts.origin.v1.Origin;
import dev.vireo.contracts.video.v1.AccountSummary;
import dev.vireo.contracts.video.v1.ChannelSummary;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoState;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Public videos of 2,000 hosts that were never uploaded: the same ones for the same seed, with titles of 2 to 8 words. */
final class GeneratedCatalogue {
    private static final List<String> LANGUAGES = List.of("en", "en", "en", "fr", "fr", "de", "es", "ru", "ja", "");
    private static final int CHANNELS = 50_000;
    private static final int HOSTS = 2_000;
    private static final double MOST_VIEWS = 20_000_000;
    private static final int YEARS_SECONDS = 8 * 365 * 86_400;
    private static final int TYPED = 12;
    /** Numbers side by side would begin alike (the fraction of the golden ratio: Steele and others, "SplitMix"). */
    private static final long APART = 0x9E3779B97F4A7C15L;

    private final Random random;
    private final Zipf zipf;
    private final Vocabulary vocabulary;
    private final long now;

    GeneratedCatalogue(long seed) {
        this.random = new Random(seed);
        this.zipf = new Zipf(random);
        this.vocabulary = new Vocabulary(new Random(seed));
        this.now = System.currentTimeMillis() / 1000;
    }

    /** The next one. */
    Video video() {
        int channel = zipf.below(CHANNELS);
        long published = now - (long) (YEARS_SECONDS * Math.pow(random.nextDouble(), 2)) - 60;
        Timestamp then = Timestamp.newBuilder().setSeconds(published).build();
        return of(channel % HOSTS)
                .setRevision(1)
                .setName(capital(words(2, 8)))
                .setDescription(capital(words(8, 60)))
                .setPrivacy(Privacy.PRIVACY_PUBLIC)
                .setState(VideoState.VIDEO_STATE_PUBLISHED)
                .setLanguage(LANGUAGES.get(random.nextInt(LANGUAGES.size())))
                .setCategory(random.nextInt(19))
                .setLicence(random.nextInt(8))
                .addAllTags(IntStream.range(0, random.nextInt(5))
                        .mapToObj(at -> vocabulary.word(zipf))
                        .distinct()
                        .toList())
                .setNsfw(random.nextInt(50) == 0)
                .setDuration(Duration.newBuilder().setSeconds(20 + random.nextInt(3_600)))
                .setChannel(ChannelSummary.newBuilder()
                        .setId(new UUID(0x7000, channel).toString())
                        .setName("channel_" + channel)
                        .setDisplayName(name(channel)))
                .setAccount(AccountSummary.newBuilder()
                        .setId(new UUID(0x7001, channel).toString())
                        .setName("account_" + channel)
                        .setDisplayName("Person " + channel))
                .setViews((long) (MOST_VIEWS / (1 + zipf.below((int) MOST_VIEWS))))
                .setCreatedAt(then)
                .setUpdatedAt(then)
                .setPublishedAt(then)
                .build();
    }

    /** Two words, always the same ones. */
    private String name(int channel) {
        Zipf own = new Zipf(new Random(channel * APART));
        return capital(vocabulary.word(own) + " " + vocabulary.word(own));
    }

    /** The first host is the deployment's own. */
    private Video.Builder of(int host) {
        Video.Builder video = Video.newBuilder().setId(id());
        if (host == 0) {
            return video.setInstanceId("main");
        }
        String name = "videos" + host + ".example";
        return video.setOrigin(
                Origin.newBuilder().setHost(name).setUrl("https://" + name + "/videos/watch/" + video.getId()));
    }

    /** One to three words to look for; one in ten has a letter too few. */
    String question() {
        String words = words(1, 4);
        return random.nextInt(10) == 0 && words.length() > TYPED / 2
                ? words.substring(0, 2) + words.substring(3)
                : words;
    }

    /** What somebody has typed so far of a question. */
    String typed() {
        String words = words(1, 4);
        return words.substring(0, 2 + random.nextInt(Math.min(TYPED, words.length() - 2)));
    }

    private String words(int from, int to) {
        return IntStream.range(0, from + random.nextInt(to - from))
                .mapToObj(at -> vocabulary.word(zipf))
                .collect(Collectors.joining(" "));
    }

    private String id() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x7000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                .toString();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
