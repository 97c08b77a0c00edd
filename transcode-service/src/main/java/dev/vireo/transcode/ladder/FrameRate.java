package dev.vireo.transcode.ladder;

import java.util.Locale;

/** Frames per second as a reduced fraction; grid points computed from it never drift. */
public record FrameRate(int numerator, int denominator) implements Comparable<FrameRate> {

    /** What a source without any usable rate gets. */
    public static final FrameRate DEFAULT = new FrameRate(25, 1);

    private static final long MICROS = 1_000_000;

    public FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("A frame rate is a positive fraction");
        }
        int divisor = gcd(numerator, denominator);
        numerator = numerator / divisor;
        denominator = denominator / divisor;
    }

    public double perSecond() {
        return (double) numerator / denominator;
    }

    /** Time of a frame in microseconds, rounded to the nearest. */
    public long microsAt(long frame) {
        long scaled = Math.multiplyExact(frame, (long) denominator);
        long whole = scaled / numerator;
        long rest = scaled % numerator;
        return whole * MICROS + (rest * MICROS + numerator / 2) / numerator;
    }

    /** How many frames a span covers, rounded to the nearest. */
    public long framesIn(long micros) {
        long perSecond = (long) denominator * MICROS;
        long whole = micros / perSecond;
        long rest = micros % perSecond;
        return whole * numerator + (rest * numerator + perSecond / 2) / perSecond;
    }

    /** As ffmpeg's options take it: {@code 30000/1001} or {@code 25}. */
    public String text() {
        return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
    }

    /** As the FRAME-RATE attribute of RFC 8216 wants it: three decimals. */
    public String decimal() {
        return String.format(Locale.ROOT, "%.3f", perSecond());
    }

    @Override
    public int compareTo(FrameRate other) {
        return Long.compare((long) numerator * other.denominator, (long) other.numerator * denominator);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
