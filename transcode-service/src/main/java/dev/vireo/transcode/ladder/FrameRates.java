package dev.vireo.transcode.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the constant frame rate of the output: the source's own when it is regular and usual, else the next usual one. */
public final class FrameRates {

    private static final double REGULAR = 0.02;
    private static final double SAME = 0.003;
    private static final double SPARSE = 0.25;
    private static final double LOWEST = 1;
    private static final double HIGHEST_READ = 100_000;
    private static final List<FrameRate> EXACT = exact();
    private static final List<FrameRate> USUAL =
            List.of(rate(24, 1), rate(25, 1), rate(30, 1), rate(50, 1), rate(60, 1));

    private FrameRates() {}

    /**
     * The rate of the output grid.
     *
     * @param base rate on which all time stamps of the source lie, 0 when unknown
     * @param average frames divided by duration, 0 when unknown
     */
    public static FrameRate normalised(double base, double average, int limit) {
        double usableBase = usable(base);
        double usableAverage = usable(average);
        if (usableBase == 0 && usableAverage == 0) {
            return FrameRate.DEFAULT;
        }
        if (usableBase == 0 || usableAverage == 0) {
            return nearestExact(Math.max(usableBase, usableAverage), limit);
        }
        boolean regular = Math.abs(usableBase - usableAverage) <= REGULAR * usableAverage;
        boolean onItsGrid = usableBase <= limit * (1 + SAME) && usableAverage >= usableBase * SPARSE;
        return regular || onItsGrid ? nearestExact(usableBase, limit) : nextUsual(usableAverage, limit);
    }

    private static double usable(double rate) {
        return rate > 0 && rate < HIGHEST_READ ? rate : 0;
    }

    private static FrameRate nearestExact(double rate, int limit) {
        double limited = rate;
        while (limited > limit * (1 + SAME)) {
            limited /= 2;
        }
        double wanted = limited;
        FrameRate nearest = EXACT.stream()
                .filter(candidate -> candidate.perSecond() <= limit)
                .min(Comparator.comparingDouble(candidate -> Math.abs(candidate.perSecond() - wanted)))
                .orElse(FrameRate.DEFAULT);
        boolean same = Math.abs(nearest.perSecond() - wanted) <= SAME * wanted;
        return same || wanted < LOWEST ? nearest : nextUsual(wanted, limit);
    }

    private static FrameRate nextUsual(double rate, int limit) {
        return USUAL.stream()
                .filter(candidate -> candidate.perSecond() >= rate && candidate.perSecond() <= limit)
                .findFirst()
                .orElseGet(() -> new FrameRate(limit, 1));
    }

    private static List<FrameRate> exact() {
        List<FrameRate> rates = new ArrayList<>();
        for (int whole = 1; whole <= 120; whole++) {
            rates.add(rate(whole, 1));
        }
        rates.add(rate(15, 2));
        rates.add(rate(25, 2));
        for (int whole : new int[] {15, 24, 30, 48, 60, 120}) {
            rates.add(rate(whole * 1000, 1001));
        }
        return List.copyOf(rates);
    }

    private static FrameRate rate(int numerator, int denominator) {
        return new FrameRate(numerator, denominator);
    }
}
