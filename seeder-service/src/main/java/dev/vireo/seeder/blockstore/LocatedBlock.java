package dev.vireo.seeder.blockstore;

import dev.vireo.kit.origin.ObjectKey;

/**
 * Where the bytes of a block are.
 *
 * @param objectNo the object that it belongs to
 * @param place where they are
 */
record LocatedBlock(long objectNo, Place place) {

    /** Where bytes are. */
    sealed interface Place {}

    /** In the index itself; not changed by anybody. */
    @SuppressWarnings("ArrayRecordComponent")
    record Here(byte[] bytes) implements Place {}

    /**
     * In an object of the origin.
     *
     * @param wrapped the block is a node around them
     */
    record InOrigin(ObjectKey key, long at, int length, boolean wrapped) implements Place {}
}
