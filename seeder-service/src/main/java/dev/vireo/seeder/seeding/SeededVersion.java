package dev.vireo.seeder.seeding;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectKey;
import java.util.UUID;

/** Names one version of a video: what is seeded is of one. */
public record SeededVersion(InstanceId instance, UUID videoId, int version) {

    private static final String TORRENTS = "torrent";
    private static final String SUFFIX = ".torrent";

    /** A published file. */
    ObjectKey file(String name) {
        return folder().resolve(name);
    }

    /** What is stored of a file's torrents: a hybrid one with nothing around it. */
    ObjectKey torrent(String name) {
        return folder().resolve(TORRENTS).resolve(name + SUFFIX);
    }

    /** Prefix of all torrents of the version. */
    String torrents() {
        return folder().resolve(TORRENTS) + "/";
    }

    /** What stands for the version's directory of IPFS, which lies in no object. */
    ObjectKey directory() {
        return folder().resolve("ipfs-directory");
    }

    /** Where the version's published files are. */
    ObjectKey folder() {
        return new ObjectKey(instance.value() + "/" + videoId + "/" + version);
    }
}
