package dev.vireo.seeder.torrent;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands around the info dictionary and may change without another infohash.
 *
 * @param trackers announce addresses (BEP 3, 12); each is a tier of its own
 * @param webSeeds addresses of the whole file (BEP 19)
 * @param comment for people; none when it is empty
 * @param createdBy the program; none when it is empty
 */
public record Framing(List<String> trackers, List<String> webSeeds, String comment, String createdBy) {

    /** Nothing around. */
    public static final Framing NONE = new Framing(List.of(), List.of(), "", "");

    public Framing {
        trackers = List.copyOf(trackers);
        webSeeds = List.copyOf(webSeeds);
    }

    BencodeDictionary dictionary() {
        BencodeDictionary outer = BencodeDictionary.empty();
        if (!trackers.isEmpty()) {
            BencodeList tiers = new BencodeList(trackers.stream()
                    .<BencodeValue>map(tracker -> BencodeList.of(List.of(tracker)))
                    .toList());
            outer = outer.with("announce", BencodeString.of(trackers.getFirst()))
                    .with("announce-list", tiers);
        }
        if (!webSeeds.isEmpty()) {
            outer = outer.with("url-list", BencodeList.of(webSeeds));
        }
        for (List<String> entry : texts()) {
            outer = outer.with(entry.getFirst(), BencodeString.of(entry.getLast()));
        }
        return outer;
    }

    private List<List<String>> texts() {
        return Stream.of(List.of("comment", comment), List.of("created by", createdBy))
                .filter(entry -> !entry.getLast().isEmpty())
                .collect(Collectors.toList());
    }
}
