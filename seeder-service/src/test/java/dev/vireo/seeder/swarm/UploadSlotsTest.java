package dev.vireo.seeder.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.TestClock;
import dev.vireo.seeder.admission.AddressPrefix;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UploadSlotsTest {
    private final TestClock clock = new TestClock();
    private final Set<Peer> served = new HashSet<>();
    private final UploadSlots slots =
            new UploadSlots(TestTorrent.properties("slots.count=4", "slots.of-address=2", "slots.turn=30s"), clock);

    private final class Peer implements UploadSlots.Waiting {
        private final AddressPrefix address;

        Peer(long address) {
            this.address = new AddressPrefix(address);
        }

        @Override
        public AddressPrefix address() {
            return address;
        }

        @Override
        public void changed() {
            assertThat(slots.serves(this) ? served.add(this) : served.remove(this))
                    .isTrue();
        }
    }

    @Test
    void whileThereIsRoomEverybodyIsServed() {
        List<Peer> peers = peers(1, 1, 1, 1);
        peers.forEach(slots::ask);
        peers.forEach(slots::ask);
        assertThat(served).hasSize(4);
        clock.move(Duration.ofHours(1));
        slots.rotate();
        assertThat(served).containsExactlyInAnyOrderElementsOf(peers);
    }

    @Test
    void everybodyComesToItsTurn() {
        List<Peer> peers = peers(1, 2, 3, 4, 5, 6, 7, 8, 9);
        peers.forEach(slots::ask);
        assertThat(served).containsExactlyInAnyOrderElementsOf(peers.subList(0, 4));
        slots.rotate();
        assertThat(served).as("turns that are not over").containsExactlyInAnyOrderElementsOf(peers.subList(0, 4));
        Set<Peer> ever = new HashSet<>(served);
        for (int turn = 0; turn < 2; turn++) {
            clock.move(Duration.ofSeconds(31));
            slots.rotate();
            assertThat(served).hasSize(4);
            ever.addAll(served);
        }
        assertThat(ever).hasSize(9);
    }

    @Test
    void anAddressHasItsShareWhileOthersWait() {
        List<Peer> greedy = peers(1, 1, 1, 1, 1, 1);
        greedy.forEach(slots::ask);
        Peer other = new Peer(2);
        slots.ask(other);
        clock.move(Duration.ofSeconds(31));
        slots.rotate();
        assertThat(served).contains(other).hasSize(4);
    }

    @Test
    void whoLeavesMakesRoom() {
        List<Peer> peers = peers(1, 2, 3, 4, 5);
        peers.forEach(slots::ask);
        slots.leave(peers.get(1));
        served.remove(peers.get(1));
        assertThat(served).contains(peers.get(4)).hasSize(4);
        slots.leave(new Peer(9));
        assertThat(slots.servedNow()).isEqualTo(4);
        assertThat(slots.waitingNow()).isZero();
    }

    private List<Peer> peers(long... addresses) {
        return IntStream.range(0, addresses.length)
                .mapToObj(at -> new Peer(addresses[at]))
                .toList();
    }
}
