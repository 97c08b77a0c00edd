package dev.vireo.seeder.torrent;

/** An integer; those beyond 64 bits are refused, nothing in BitTorrent needs them. */
public record BencodeInteger(long value) implements BencodeValue {}
