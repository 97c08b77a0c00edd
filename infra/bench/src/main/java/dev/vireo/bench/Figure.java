package dev.vireo.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param subject what was measured
 * @param value the measured figure, with its unit
 * @param baseline what it is compared with, with its figure
 * @param ratio value divided by baseline; NaN where there is none
 * @param goal what is wanted, in words
 */
public record Figure(String subject, String value, String baseline, double ratio, String goal) {
    /** The line as Markdown. */
    public String toRow() {
        String shown = Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio);
        return "| " + String.join(" | ", subject, value, baseline, shown, goal) + " |";
    }

    /** A number with as many digits as it deserves, and its unit. */
    public static String number(double value, String unit) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%.0f %s", value, unit);
    }
}
