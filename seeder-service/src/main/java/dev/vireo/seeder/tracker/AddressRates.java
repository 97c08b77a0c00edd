package dev.vireo.seeder.tracker;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.RecentMap;
import java.time.Clock;

/** How often each address asked lately. An address that is forgotten begins anew, so memory is bounded. */
final class AddressRates {

    private static final double MILLIS = 1000.0;

    private final TrackerProperties.Rate rate;
    private final Clock clock;
    private final RecentMap<AddressPrefix, Bucket> buckets;

    AddressRates(TrackerProperties.Rate rate, Clock clock) {
        this.rate = rate;
        this.clock = clock;
        this.buckets = new RecentMap<>(rate.addresses());
    }

    /** True when the address may ask once more; that it asked is counted. */
    boolean allows(AddressPrefix source) {
        long now = clock.millis();
        return buckets.keep(source, missing -> new Bucket(rate.burst(), now)).take(rate, now);
    }

    int addresses() {
        return buckets.size();
    }

    private static final class Bucket {
        private double left;
        private long filledAt;

        Bucket(double left, long filledAt) {
            this.left = left;
            this.filledAt = filledAt;
        }

        synchronized boolean take(TrackerProperties.Rate rate, long now) {
            double more = Math.max(0, now - filledAt) * rate.perSecond() / MILLIS;
            left = Math.min(rate.burst(), left + more);
            filledAt = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
