package dev.vireo.seeder.seeding;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.seeder.admission.PlayerStreams;
import dev.vireo.seeder.admission.TrackedHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Names the streams of each seeded version as players do, from its multivariant playlist, which is read once. */
@Component
class PlayerSwarms {

    private static final Logger LOG = LoggerFactory.getLogger(PlayerSwarms.class);
    private static final int BATCH = 50;
    private static final int LARGEST = 256 * 1024;

    private final JdbcPlayerRepository players;
    private final OriginStore origin;

    PlayerSwarms(JdbcPlayerRepository players, OriginStore origin) {
        this.players = players;
        this.origin = origin;
    }

    /** Several processes may do it at once, with the same result. */
    @Scheduled(fixedDelayString = "${vireo.seeder.admission.players-every}")
    void name() {
        try {
            for (JdbcPlayerRepository.Playlist playlist : players.unnamed(BATCH)) {
                SeededVersion video = playlist.video();
                for (TrackedHash hash : hashes(playlist)) {
                    players.add(video, hash);
                }
                players.named(video);
            }
        } catch (PlatformException | IOException away) {
            LOG.warn("Names of streams wait for the origin: {}", away.getMessage());
        }
    }

    /** None when there is no playlist: the version is gone, or a newer one follows. */
    private List<TrackedHash> hashes(JdbcPlayerRepository.Playlist playlist) throws IOException {
        SeededVersion video = playlist.video();
        try (InputStream bytes = origin.get(video.file(playlist.name()))) {
            String text = new String(bytes.readNBytes(LARGEST), StandardCharsets.UTF_8);
            return PlayerStreams.hashes(PlayerStreams.swarm(video.videoId().toString(), video.version()), text);
        } catch (PlatformException missing) {
            if (missing.code() != KitErrorCode.NOT_FOUND) {
                throw missing;
            }
            LOG.warn("{} version {} has no playlist", video.videoId(), video.version());
            return List.of();
        }
    }
}
