package dev.vireo.e2e;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a hostile caller writes into the parameters of lists, by their names: what would find the planted things. */
final class HostileValues {
    private static final String NOBODY = UUID.randomUUID().toString();

    private HostileValues() {}

    /** Of the REST API; {@code second} is the instance beside the main one. */
    static Map<String, List<String>> ofRest(URI main, URI second, List<Planted> planted) {
        Map<String, List<String>> values = usual();
        List<String> words = planted.stream().map(Planted::word).toList();
        List<String> ids = ids(planted);
        List<String> hosts = List.of(main.getAuthority(), second.getAuthority());
        List<String> channels = List.of("alice_channel");
        List<String> handles = List.of("alice_channel", "alice_channel@" + second.getAuthority());
        values.put("search", searched(planted));
        values.put("tagsOneOf", join(words, List.of(Plants.BAIT)));
        values.put("tagsAllOf", join(words, List.of(Plants.BAIT)));
        values.put(
                "uuids", join(ids, join(planted.stream().map(Planted::shortId).toList(), List.of(Plants.BAIT))));
        values.put("videoIds", ids);
        values.put("playlistId", ids);
        values.put("id", ids);
        values.put("host", hosts);
        values.put("fromHost", hosts);
        values.put("name", List.of("alice"));
        values.put("accountName", List.of("alice"));
        values.put("handle", channels);
        values.put("videoChannelName", channels);
        values.put("handles", handles);
        values.put("uris", handles);
        // Whoever asks has somebody else's token for his feed, and tries it for the feeds of others.
        Person bob = Person.signedIn(main, "bob");
        values.put(
                "token",
                List.of(
                        bob.get("/api/v1/users/scoped-tokens")
                                .expect(200)
                                .json()
                                .path("feedToken")
                                .asString(),
                        NOBODY));
        String account =
                bob.get("/api/v1/users/me").expect(200).json().at("/account/id").asString();
        values.put("accountId", join(List.of(account), parties(planted, "account")));
        values.put("videoChannelId", parties(planted, "channel"));
        return values;
    }

    private static Map<String, List<String>> usual() {
        List<String> flags = List.of("true", "false");
        Map<String, List<String>> values = new HashMap<>();
        values.put("categoryOneOf", List.of("7"));
        values.put("licenceOneOf", List.of("3"));
        values.put("languageOneOf", List.of("eo", "_unknown"));
        values.put("boostLanguages", List.of("eo"));
        values.put("nsfw", List.of("true", "false", "both"));
        values.put("isLive", flags);
        values.put("isLocal", flags);
        values.put("skipCount", flags);
        values.put("privacyOneOf", List.of("1", "2", "3", "4"));
        values.put("include", List.of("1", "8", "63"));
        values.put("blockedHosts", List.of("elsewhere.example"));
        values.put("blockedAccounts", List.of("nobody@elsewhere.example"));
        values.put("durationMin", List.of("0", "1"));
        values.put("durationMax", List.of("100000"));
        values.put("startDate", List.of("2000-01-01"));
        values.put("endDate", List.of("2100-01-01"));
        values.put("searchTarget", List.of("local"));
        values.put("start", List.of("0", "1"));
        values.put("count", List.of("20", "0"));
        values.put("page", pages(20));
        values.put("cursor", List.of("MA"));
        values.put("sort", List.of("-publishedAt", "createdAt"));
        values.put("format", List.of("xml", "atom", "json"));
        return values;
    }

    /** Of the public gRPC door, whose enumerations and flags tell their values themselves. */
    static Map<String, List<String>> ofDoor(URI main, URI second, List<Planted> planted) {
        Map<String, List<String>> values = new HashMap<>();
        List<String> tags = join(planted.stream().map(Planted::word).toList(), List.of(Plants.BAIT));
        List<String> handles = List.of("alice_channel", "alice_channel@" + second.getAuthority());
        List.of("search", "typed").forEach(field -> values.put(field, searched(planted)));
        List.of("tags_one_of", "tags_all_of").forEach(field -> values.put(field, tags));
        List.of("id", "ids", "video_id", "video_ids", "playlist_id").forEach(field -> values.put(field, ids(planted)));
        List.of("channel", "channels", "names").forEach(field -> values.put(field, handles));
        values.put("name", List.of("alice", "alice_channel"));
        values.put("account_name", List.of("alice"));
        values.put("channel_name", List.of("alice_channel"));
        values.put("account_id", parties(planted, "account"));
        values.put("channel_id", parties(planted, "channel"));
        values.put("channel_id_one_of", parties(planted, "channel"));
        values.put("host", List.of(main.getAuthority(), second.getAuthority()));
        values.put("category_one_of", List.of("7"));
        values.put("licence_one_of", List.of("3"));
        values.put("language_one_of", List.of("eo", "_unknown"));
        values.put("boost_languages", List.of("eo"));
        values.put("blocked_hosts", List.of("elsewhere.example"));
        values.put("blocked_accounts", List.of("nobody@elsewhere.example"));
        values.put("include", List.of("1", "63"));
        values.put("duration_min", List.of("0", "1"));
        values.put("duration_max", List.of("100000"));
        // 2000 and 2100.
        values.put("published_from", List.of("946684800"));
        values.put("published_to", List.of("4102444800"));
        values.put("start", List.of("0", "1"));
        values.put("count", List.of("20", "1"));
        values.put("page", pages(5));
        values.put("cursor", List.of("MA"));
        return values;
    }

    private static List<String> pages(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(String::valueOf).toList();
    }

    private static List<String> searched(List<Planted> planted) {
        return join(
                List.of(Plants.BAIT, Plants.BAIT.substring(0, 5), "*"),
                planted.stream().map(Planted::word).toList());
    }

    private static List<String> ids(List<Planted> planted) {
        return join(planted.stream().map(Planted::id).toList(), List.of(NOBODY));
    }

    private static List<String> parties(List<Planted> planted, String which) {
        return join(
                planted.stream()
                        .filter(Planted::isVideo)
                        .map(one -> one.idOf(which))
                        .distinct()
                        .toList(),
                List.of(NOBODY));
    }

    private static List<String> join(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
