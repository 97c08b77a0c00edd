package dev.vireo.transcode.job;

import java.util.ArrayList;
import java.util.List;

/** Decides which planned tasks of a job go on the bus now: the first picture alone, then a bounded number at a time. */
final class TaskWindow {

    private TaskWindow() {}

    /** A task with what the decision needs. */
    record Entry(int ordinal, TaskKind kind, TaskState state) {

        private boolean outstanding() {
            return state == TaskState.QUEUED || state == TaskState.RUNNING || state == TaskState.WAITING;
        }
    }

    /** Ordinals of the tasks to hand out, in order. */
    static List<Integer> next(List<Entry> tasks, int window) {
        boolean leading =
                tasks.stream().anyMatch(task -> task.kind() == TaskKind.LEAD && task.state() != TaskState.DONE);
        long outstanding = tasks.stream()
                .filter(task -> task.outstanding() && !task.kind().whole())
                .count();
        List<Integer> next = new ArrayList<>();
        for (Entry task : tasks) {
            if (task.state() != TaskState.PENDING) {
                continue;
            }
            boolean early = task.kind() == TaskKind.LEAD || task.kind().whole();
            if (early || (!leading && outstanding < window)) {
                next.add(task.ordinal());
                outstanding += task.kind().whole() ? 0 : 1;
            }
        }
        return next;
    }
}
