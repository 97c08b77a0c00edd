package dev.vireo.seeder.blockstore;

import dev.vireo.contracts.ipfs.v1.BlockDamaged;
import dev.vireo.contracts.ipfs.v1.IpfsEvent;
import dev.vireo.kit.event.EventOutbox;
import dev.vireo.kit.event.OutboxEvent;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.Multihash;
import org.springframework.stereotype.Component;

/** Facts about blocks for topic {@code ipfs.v1}, each added to the transaction that makes it true. */
@Component
class BlockEvents {

    private static final String TOPIC = "ipfs.v1";

    private final EventOutbox outbox;

    BlockEvents(EventOutbox outbox) {
        this.outbox = outbox;
    }

    void damaged(JdbcBlockRepository.StoredObject object, Multihash block) {
        String video = object.videoId().toString();
        var fact = BlockDamaged.newBuilder()
                .setKey(object.key().value())
                .setCid(object.cid().toString())
                .setBlock(Cid.raw(block).toString());
        IpfsEvent event = IpfsEvent.newBuilder()
                .setInstanceId(object.instance().value())
                .setVideoId(video)
                .setDamaged(fact)
                .build();
        outbox.add(new OutboxEvent(TOPIC, video, BlockDamaged.getDescriptor().getFullName(), event.toByteArray()));
    }
}
