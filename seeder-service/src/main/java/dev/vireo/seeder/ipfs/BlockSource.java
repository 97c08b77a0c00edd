package dev.vireo.seeder.ipfs;

import java.util.Optional;

/** Where blocks come from; each is what its CID names. Fails as the store behind it does. */
@FunctionalInterface
public interface BlockSource {

    /** The block; empty when it is not to be had. */
    Optional<Block> find(Cid cid);
}
