package dev.vireo.seeder.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.seeder.TestClock;
import dev.vireo.testkit.Eventually;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HashVerdictsTest {
    private final TestClock clock = new TestClock();
    private final KnownHashes known = new KnownHashes();
    private final HashVerdicts verdicts = known.verdicts(clock);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void end() {
        gate.countDown();
    }

    @Test
    void remembersBothKindsOfAnswersForTheirTimeOnly() {
        TrackedHash good = known.put(1, HashVerdict.ALLOWED);
        TrackedHash none = KnownHashes.hash(2);
        assertThat(verdicts.verdict(good).join()).isEqualTo(HashVerdict.ALLOWED);
        assertThat(verdicts.verdict(none).join()).isEqualTo(HashVerdict.UNKNOWN);

        known.put(1, HashVerdict.DENIED);
        known.put(2, HashVerdict.ALLOWED);
        clock.move(Duration.ofMillis(19_999));
        assertThat(verdicts.verdict(good).join()).isEqualTo(HashVerdict.ALLOWED);
        assertThat(verdicts.verdict(none).join()).isEqualTo(HashVerdict.UNKNOWN);
        assertThat(known.asked()).isEqualTo(2);

        clock.move(Duration.ofMillis(1));
        assertThat(verdicts.verdict(good).join()).isEqualTo(HashVerdict.DENIED);
        assertThat(verdicts.verdict(none).join()).isEqualTo(HashVerdict.ALLOWED);
    }

    @Test
    void asksAtOnceAfterAChangeHere() {
        TrackedHash hash = known.put(1, HashVerdict.ALLOWED);
        verdicts.verdict(hash).join();
        known.put(1, HashVerdict.DENIED);
        verdicts.forget(hash);
        assertThat(verdicts.verdict(hash).join()).isEqualTo(HashVerdict.DENIED);
    }

    @Test
    void remembersNoAnswerThatAChangeOvertook() {
        TrackedHash hash = known.put(1, HashVerdict.ALLOWED);
        known.before(asked -> await());
        CompletableFuture<HashVerdict> first = verdicts.verdict(hash);
        Eventually.holds("the question is on its way", () -> known.asked() == 1);
        verdicts.forget(hash);
        gate.countDown();
        first.join();
        known.put(1, HashVerdict.DENIED);
        assertThat(verdicts.verdict(hash).join()).isEqualTo(HashVerdict.DENIED);
    }

    @Test
    void asksOnceForAllAndSendsAwayWhomItCannotServe() {
        known.put(1, HashVerdict.ALLOWED);
        known.before(asked -> await());
        CompletableFuture<HashVerdict> first = verdicts.verdict(KnownHashes.hash(1));
        CompletableFuture<HashVerdict> same = verdicts.verdict(KnownHashes.hash(1));
        Eventually.holds("the question is on its way", () -> known.asked() == 1);
        CompletableFuture<HashVerdict> waits = verdicts.verdict(KnownHashes.hash(2));
        CompletableFuture<HashVerdict> tooMany = verdicts.verdict(KnownHashes.hash(3));
        assertThat(tooMany).isCompletedExceptionally();
        gate.countDown();
        assertThat(first.join()).isEqualTo(HashVerdict.ALLOWED);
        assertThat(same.join()).isEqualTo(HashVerdict.ALLOWED);
        assertThat(waits.join()).isEqualTo(HashVerdict.UNKNOWN);
        assertThat(known.asked()).isEqualTo(2);
        assertThat(verdicts.verdict(KnownHashes.hash(3)).join()).isEqualTo(HashVerdict.UNKNOWN);
    }

    @Test
    void saysNothingWhileTheDatabaseIsAway() {
        known.before(asked -> {
            throw new IllegalStateException("away");
        });
        CompletableFuture<HashVerdict> failed = verdicts.verdict(KnownHashes.hash(1));
        assertThatThrownBy(failed::join).hasRootCauseMessage("away");
        known.before(asked -> {});
        assertThat(verdicts.verdict(KnownHashes.hash(1)).join()).isEqualTo(HashVerdict.UNKNOWN);
    }

    @Test
    void whatWasKnownLatelyHoldsWhileTheDatabaseIsAway() {
        TrackedHash good = known.put(1, HashVerdict.ALLOWED);
        assertThat(verdicts.verdict(good).join()).isEqualTo(HashVerdict.ALLOWED);
        known.before(asked -> {
            throw new IllegalStateException("away");
        });
        clock.move(Duration.ofMillis(39_999));
        assertThat(verdicts.verdict(good).join()).isEqualTo(HashVerdict.ALLOWED);
        clock.move(Duration.ofMillis(1));
        assertThatThrownBy(verdicts.verdict(good)::join).hasRootCauseMessage("away");
    }

    @Test
    void isBoundedWhateverIsAsked() {
        RecentMap<Integer, Integer> map = new RecentMap<>(100);
        for (int key = 0; key < 10_000; key++) {
            map.put(key, key);
            map.keep(-key, same -> same);
            assertThat(map.size()).isLessThanOrEqualTo(100);
        }
        assertThat(map.get(9_999)).isEqualTo(9_999);
        assertThat(map.get(1)).isNull();
        map.remove(9_999);
        assertThat(map.get(9_999)).isNull();
        assertThat(map.keep(7, same -> 70)).isEqualTo(70);
        assertThat(map.keep(7, same -> 71)).isEqualTo(70);
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
