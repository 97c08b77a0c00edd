package dev.vireo.seeder.torrent;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A dictionary, its keys in order. */
public final class BencodeDictionary implements BencodeValue {

    private final SortedMap<BencodeString, BencodeValue> entries;

    private BencodeDictionary(SortedMap<BencodeString, BencodeValue> entries) {
        this.entries = entries;
    }

    /** A dictionary of these entries. */
    public static BencodeDictionary of(Map<BencodeString, ? extends BencodeValue> entries) {
        return new BencodeDictionary(Collections.unmodifiableSortedMap(new TreeMap<>(entries)));
    }

    /** The entries, by key. */
    public SortedMap<BencodeString, BencodeValue> entries() {
        return entries;
    }

    /** The value of a key; empty when there is none. */
    public Optional<BencodeValue> get(String key) {
        return Optional.ofNullable(entries.get(BencodeString.of(key)));
    }

    /** The bytes of a key; empty when it has none or is something else. */
    public Optional<BencodeString> string(String key) {
        return get(key).filter(BencodeString.class::isInstance).map(BencodeString.class::cast);
    }

    /** The number of a key; empty when it has none or is something else. */
    public Optional<Long> integer(String key) {
        return get(key).filter(BencodeInteger.class::isInstance).map(value -> ((BencodeInteger) value).value());
    }

    /** The dictionary of a key; empty when it has none or is something else. */
    public Optional<BencodeDictionary> dictionary(String key) {
        return get(key).filter(BencodeDictionary.class::isInstance).map(BencodeDictionary.class::cast);
    }

    /** The same with one entry more, or another one in its place. */
    public BencodeDictionary with(String key, BencodeValue value) {
        SortedMap<BencodeString, BencodeValue> changed = new TreeMap<>(entries);
        changed.put(BencodeString.of(key), value);
        return of(changed);
    }

    /** The same without an entry. */
    public BencodeDictionary without(String key) {
        SortedMap<BencodeString, BencodeValue> changed = new TreeMap<>(entries);
        changed.remove(BencodeString.of(key));
        return of(changed);
    }

    /** A dictionary without entries. */
    public static BencodeDictionary empty() {
        return of(Map.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BencodeDictionary dictionary && entries.equals(dictionary.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
