package dev.vireo.seeder.unixfs;

import dev.vireo.seeder.ipfs.MalformedIpfsException;
import java.util.Arrays;

/** What a node of UnixFS is. */
public enum UnixFsType {
    /** Bytes, as very old files have them. */
    RAW(0),
    /** A list of names. */
    DIRECTORY(1),
    /** A file, or a part of one. */
    FILE(2),
    /** Never used. */
    METADATA(3),
    /** A path to something else. */
    SYMLINK(4),
    /** A part of a directory that is too large for one node. */
    HAMT_SHARD(5);

    private final int number;

    UnixFsType(int number) {
        this.number = number;
    }

    /** As data has it. */
    int number() {
        return number;
    }

    static UnixFsType of(int number) {
        return Arrays.stream(values())
                .filter(type -> type.number == number)
                .findFirst()
                .orElseThrow(() -> new MalformedIpfsException("Nothing of UnixFS has type " + number));
    }
}
