package dev.vireo.seeder.blockstore;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import dev.vireo.seeder.ipfs.Multihash;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Content of IPFS that operators deny, whoever published it. Every replica hears of it as soon as what it remembers is over. */
@Service
public class DeniedContent {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedContent.class);

    private final JdbcDeniedContentRepository denied;
    private final Clock clock;

    DeniedContent(JdbcDeniedContentRepository denied, Clock clock) {
        this.denied = denied;
        this.clock = clock;
    }

    /** What is denied, why, by whom and when. */
    public record Denied(String content, String reason, String operator, Instant deniedAt) {}

    /** How many lines of a list were taken, and how many were about something else. */
    public record Taken(int entries, int passedOver) {}

    /** Denies a CID, a path to one, or a double hash; INVALID_ARGUMENT for anything else. */
    @Transactional
    public void deny(String content, String reason, String operator) {
        denied.deny(List.of(rule(content)), reason, operator, clock.instant());
        LOG.info("Operator {} denied {}", operator, content);
    }

    /** Takes that back. */
    @Transactional
    public void allow(String content, String operator) {
        denied.allow(List.of(rule(content)));
        LOG.info("Operator {} allowed {}", operator, content);
    }

    /** Takes a whole list, or nothing of it. */
    @Transactional
    public Taken take(String list, String reason, String operator) {
        Denylist read = Denylist.parse(list);
        denied.deny(read.denied(), reason, operator, clock.instant());
        denied.allow(read.allowed());
        Taken taken = new Taken(read.denied().size() + read.allowed().size(), read.passedOver());
        LOG.info("Operator {} brought a list of {}", operator, taken);
        return taken;
    }

    /** Those that are denied, the newest first. */
    public List<Denied> list(int limit, int offset) {
        return denied.list(limit, offset);
    }

    /** How many are denied. */
    public long count() {
        return denied.count();
    }

    boolean contains(Multihash block) {
        return denied.contains(block);
    }

    private static DenialRule rule(String content) {
        try {
            return DenialRule.parse(content.strip())
                    .orElseThrow(() -> PlatformException.invalid("content", "must be a CID, /ipfs/{cid} or //{hash}."));
        } catch (MalformedIpfsException malformed) {
            throw PlatformException.invalid("content", "is no CID: " + malformed.getMessage() + ".");
        }
    }
}
