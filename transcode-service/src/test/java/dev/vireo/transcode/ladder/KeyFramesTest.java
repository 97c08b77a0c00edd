package dev.vireo.transcode.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A word is a source: a capital letter begins a group; letters are the frames in their order of showing. */
class KeyFramesTest {

    private static final FrameRate RATE = new FrameRate(1, 1);
    private static final double SECOND = 1_000_000;

    @Test
    void closedGroupsCanBeCutWhateverTheOrderInside() {
        assertThat(cuttable("AbcDefGhi")).isTrue();
        assertThat(cuttable("AcbDfeGih")).isTrue();
        assertThat(cuttable("AdbcEhfg")).isTrue();
        assertThat(cuttable("A")).isTrue();
    }

    @Test
    void theLastGroupMayBeIncomplete() {
        assertThat(cuttable("AbcDf")).isTrue();
    }

    @Test
    void anOpenGroupCannotBeCut() {
        assertThat(cuttable("AbDcef")).isFalse();
        assertThat(cuttable("AbcFdeg")).isFalse();
    }

    @Test
    void everyFrameIsThereOnce() {
        assertThat(cuttable("AbdEf")).isFalse();
        assertThat(cuttable("AbbDe")).isFalse();
        assertThat(cuttable("abC")).isFalse();
        assertThat(cuttable("Bcd")).isFalse();
        assertThat(cuttable("")).isFalse();
    }

    @Test
    void timesThatCannotBeAreRefusedWhateverTheyAddUpTo() {
        for (double lie : new double[] {1e13, 1e19, -1e19, Double.MAX_VALUE, Double.NaN}) {
            KeyFrames frames = new KeyFrames(RATE, 4_000_000, 16_000_000);
            frames.add(0, true);
            frames.add(lie, false);
            assertThat(frames.cuttable()).as("%s", lie).isFalse();
        }
    }

    @Test
    void framesAreNotShownMuchLaterThanEncodedOnes() {
        assertThat(cuttable("AdcbE")).isTrue();
        assertThat(cuttable("AedcbF")).isFalse();
    }

    @Test
    void segmentsAreNotTooLong() {
        assertThat(cuttable("AbcdefghIj")).isTrue();
        assertThat(cuttable("AbcdefghiJ")).isFalse();
        assertThat(cuttable("AbCdefghijK"))
                .as("cut at the first key frame after 4 s")
                .isFalse();
        assertThat(cuttable("AbcdEfghijklM")).as("cut at 4 s and 12 s").isTrue();
    }

    @Test
    void framesLieOnTheGrid() {
        KeyFrames rounded = new KeyFrames(RATE, 4_000_000, 8_000_000);
        rounded.add(0, true);
        rounded.add(1.2 * SECOND, false);
        assertThat(rounded.cuttable()).isTrue();
        rounded.add(2.3 * SECOND, false);
        assertThat(rounded.cuttable()).isFalse();
    }

    @Test
    void aPacketToLeaveOutSpeaksAgainstACopy() {
        KeyFrames frames = new KeyFrames(RATE, 4_000_000, 8_000_000);
        frames.add(0, true);
        frames.refuse();
        assertThat(frames.cuttable()).isFalse();
    }

    private static boolean cuttable(String frames) {
        KeyFrames keys = new KeyFrames(RATE, 4_000_000, 8_000_000);
        frames.chars()
                .forEach(letter ->
                        keys.add((Character.toLowerCase(letter) - 'a') * SECOND, Character.isUpperCase(letter)));
        return keys.cuttable();
    }
}
