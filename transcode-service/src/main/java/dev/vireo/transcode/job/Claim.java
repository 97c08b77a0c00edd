package dev.vireo.transcode.job;

import org.jspecify.annotations.Nullable;

/**
 * A task with what its worker needs.
 *
 * @param plan null for the task that makes the plan
 * @param failures how often the task failed before
 */
public record Claim(Task task, String sourceKey, @Nullable TranscodePlan plan, int failures) {

    public VideoVersion video() {
        return task.video();
    }

    /** The plan; every task but the first has one. */
    public TranscodePlan requirePlan() {
        if (plan == null) {
            throw new IllegalStateException("Task " + task.id() + " has no plan");
        }
        return plan;
    }
}
