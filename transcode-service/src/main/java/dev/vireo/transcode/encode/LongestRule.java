package dev.vireo.transcode.encode;

import dev.vireo.transcode.packaging.MediaSegment;
import dev.vireo.transcode.probe.SourceLimitProperties;
import dev.vireo.transcode.probe.SourceRefusedException;

/** Another rule, for a file that may say it is short and go on for years: no segment begins after the longest allowed. */
record LongestRule(SegmentRule rule, SourceLimitProperties limits, long segmentMicros) implements SegmentRule {

    @Override
    public void begin(byte[] init) {
        rule.begin(init);
    }

    @Override
    public void reach(int number) {
        if (number > limits.maxMicros() / segmentMicros) {
            throw SourceRefusedException.tooLong(limits);
        }
        rule.reach(number);
    }

    @Override
    public void check(int number, byte[] bytes, MediaSegment segment, long timescale) {
        rule.check(number, bytes, segment, timescale);
    }
}
