package dev.vireo.seeder.seeding;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.torrent.Metainfo;
import dev.vireo.seeder.torrent.TorrentForm;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What is seeded. Everybody may know of it, as only what is for everybody is seeded. */
@Service
public class SeededVideos {

    private final JdbcSeedRepository seeds;
    private final JdbcFileRepository files;
    private final JdbcPlayerRepository players;
    private final JdbcDirectoryRepository directories;
    private final FileHashing hashing;

    SeededVideos(
            JdbcSeedRepository seeds,
            JdbcFileRepository files,
            JdbcPlayerRepository players,
            JdbcDirectoryRepository directories,
            FileHashing hashing) {
        this.seeds = seeds;
        this.files = files;
        this.players = players;
        this.directories = directories;
        this.hashing = hashing;
    }

    /**
     * A video that is, or soon will be, seeded.
     *
     * @param files those whose torrents exist, in the order of the packaging
     * @param directory of all published files in IPFS; empty while there is none
     */
    public record Seeding(SeededVersion video, SeedState state, List<SeededFile> files, Optional<Cid> directory) {

        public Seeding {
            files = List.copyOf(files);
        }
    }

    /** The seeding of a video; NOT_FOUND when it is not to be seeded. */
    public Seeding find(InstanceId instance, UUID videoId) {
        Seed seed = seeds.find(instance, videoId)
                .filter(found -> found.state().wanted())
                .orElseThrow(() -> PlatformException.notFound("seeded video of that id"));
        return new Seeding(seed.video(), seed.state(), files.seeded(videoId), directories.find(seed.video()));
    }

    /** The file of a rendition that is seeded; NOT_FOUND otherwise. */
    public SeededFile file(Seeding seeding, String rendition) {
        return seeding.files().stream()
                .filter(file -> seeding.state() == SeedState.SEEDING
                        && file.file().rendition().equals(rendition))
                .findFirst()
                .orElseThrow(() -> PlatformException.notFound("torrent of that rendition"));
    }

    /** All swarms of a video: those of its torrents, and those of players. */
    public List<TrackedHash> swarms(Seeding seeding) {
        return Stream.concat(
                        seeding.files().stream()
                                .flatMap(file -> Arrays.stream(TorrentForm.values())
                                        .flatMap(form -> file.hashes(form).stream())),
                        players.hashes(seeding.video().videoId()).stream())
                .toList();
    }

    /** What peers ask for by a hash; empty when nothing of it is seeded now. Asks the database and the origin. */
    public Optional<SwarmFile> byHash(TrackedHash hash) {
        return files.byHash(hash.bytes())
                .map(found -> new SwarmFile(
                        found.video(),
                        found.video().file(found.file().name()),
                        hashing.read(found.video(), found.file()),
                        found.form()));
    }

    /**
     * A file that peers get.
     *
     * @param key where its bytes are in the origin
     * @param form of its torrents the one that was asked for
     */
    public record SwarmFile(SeededVersion video, ObjectKey key, Metainfo torrent, TorrentForm form) {}

    /** All hashes by which the torrent of a hash is known: a hybrid one has two. */
    public Set<TrackedHash> namesakes(TrackedHash hash) {
        Set<TrackedHash> all = new HashSet<>(files.hybrids(hash.bytes()));
        all.add(hash);
        return all;
    }

    /** All hashes of a seeded file. */
    public Metainfo torrent(SeededVersion video, SeededFile file) {
        return hashing.read(video, file.file());
    }
}
