package dev.vireo.upload.caption;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes cues as a WebVTT file that every player reads, in one form: the same cues, the same bytes. */
final class WebVtt {
    static final String TYPE = "text/vtt;charset=utf-8";

    private WebVtt() {}

    static byte[] write(List<Cue> cues) {
        StringBuilder file = new StringBuilder("WEBVTT\n");
        for (Cue cue : cues) {
            file.append('\n');
            time(file, cue.startMillis());
            file.append(" --> ");
            time(file, cue.endMillis());
            file.append('\n').append(cue.markup()).append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void time(StringBuilder file, long millis) {
        long seconds = millis / 1_000;
        digits(file, seconds / 3_600, 2);
        digits(file.append(':'), seconds / 60 % 60, 2);
        digits(file.append(':'), seconds % 60, 2);
        digits(file.append('.'), millis % 1_000, 3);
    }

    private static void digits(StringBuilder file, long number, int least) {
        String digits = Long.toString(number);
        file.repeat('0', Math.max(0, least - digits.length())).append(digits);
    }
}
