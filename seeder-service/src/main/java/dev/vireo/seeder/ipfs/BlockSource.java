package dev.vireo.seeder.ipfs;

import java.util.Optional;
import java.util.stream.Stream;

/** Where blocks come from; each is what its CID names. Fails as the store behind it does. */
@FunctionalInterface
public interface BlockSource {

    /** The block; empty when it is not to be had. */
    Optional<Block> find(Cid cid);

    /** These are likely to be asked for next, the first of them first; a source may use that or not. */
    default void expect(Stream<Cid> next) {}
}
