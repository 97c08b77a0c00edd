package dev.vireo.transcode.job;

import java.util.Map;

/** How much of the encoding is done, weighted by the work that a segment of each rendition costs. */
final class JobProgress {

    private JobProgress() {}

    static double fraction(TranscodePlan plan, Map<String, Integer> segmentsDone) {
        double all = 0;
        double done = 0;
        for (String rendition : plan.renditionNames()) {
            double weight = plan.weight(rendition);
            int total = plan.segments(rendition);
            all += weight * total;
            done += weight * Math.min(total, segmentsDone.getOrDefault(rendition, 0));
        }
        return all == 0 ? 0 : done / all;
    }
}
