package dev.vireo.seeder.torrent;

import java.util.List;

/** A list of values. */
public record BencodeList(List<BencodeValue> values) implements BencodeValue {

    public BencodeList {
        values = List.copyOf(values);
    }

    /** A list of texts. */
    public static BencodeList of(List<String> texts) {
        return new BencodeList(texts.stream()
                .map(BencodeString::of)
                .<BencodeValue>map(text -> text)
                .toList());
    }
}
