package dev.vireo.transcode.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskWindowTest {

    @Test
    void theFirstPictureAndTheSoundGoAlone() {
        List<TaskWindow.Entry> tasks = film(TaskState.PENDING, TaskState.PENDING, 5);
        assertThat(TaskWindow.next(tasks, 3)).containsExactly(1, 2);
    }

    @Test
    void nothingElseGoesWhileTheFirstPictureIsMade() {
        assertThat(TaskWindow.next(film(TaskState.RUNNING, TaskState.DONE, 5), 3))
                .isEmpty();
    }

    @Test
    void thenTheWindowIsFilledInOrderAndSoundDoesNotCount() {
        assertThat(TaskWindow.next(film(TaskState.DONE, TaskState.RUNNING, 5), 3))
                .containsExactly(3, 4, 5);
    }

    @Test
    void aWaitingTaskKeepsItsPlaceInTheWindow() {
        List<TaskWindow.Entry> tasks = film(TaskState.DONE, TaskState.DONE, 5);
        tasks.set(3, new TaskWindow.Entry(3, TaskKind.REST, TaskState.WAITING));
        tasks.set(4, new TaskWindow.Entry(4, TaskKind.CHUNK, TaskState.QUEUED));
        assertThat(TaskWindow.next(tasks, 3)).containsExactly(5);
    }

    @Test
    void theCopyGoesAtOnceAndDoesNotCount() {
        List<TaskWindow.Entry> tasks = film(TaskState.PENDING, TaskState.PENDING, 2);
        tasks.set(0, new TaskWindow.Entry(0, TaskKind.COPY, TaskState.PENDING));
        assertThat(TaskWindow.next(tasks, 1)).containsExactly(0, 1, 2);
    }

    private static List<TaskWindow.Entry> film(TaskState lead, TaskState sound, int chunks) {
        List<TaskWindow.Entry> tasks = new ArrayList<>(List.of(
                new TaskWindow.Entry(0, TaskKind.PLAN, TaskState.DONE),
                new TaskWindow.Entry(1, TaskKind.LEAD, lead),
                new TaskWindow.Entry(2, TaskKind.AUDIO, sound),
                new TaskWindow.Entry(3, TaskKind.REST, TaskState.PENDING)));
        for (int chunk = 1; chunk <= chunks; chunk++) {
            tasks.add(new TaskWindow.Entry(3 + chunk, TaskKind.CHUNK, TaskState.PENDING));
        }
        return tasks;
    }
}
