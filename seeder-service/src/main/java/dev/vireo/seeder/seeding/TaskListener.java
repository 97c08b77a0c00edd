package dev.vireo.seeder.seeding;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.seeding.v1.SeedTask;
import dev.vireo.kit.event.DeadTasks;
import dev.vireo.kit.event.TaskHandler;
import dev.vireo.kit.event.TaskLease;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes files off the share group. The database says who has a file; the message only points to it. The last attempt goes
 * to the dead letters before its row says so: sent again from there, it works again.
 */
@Component
class TaskListener implements TaskHandler {

    private final TaskRunner runner;
    private final DeadTasks dead;

    TaskListener(TaskRunner runner, DeadTasks dead) {
        this.runner = runner;
        this.dead = dead;
    }

    @Override
    public Outcome handle(ConsumerRecord<String, byte[]> message, TaskLease lease) throws InterruptedException {
        byte @Nullable [] value = message.value();
        if (value == null) {
            return Outcome.DONE;
        }
        UUID taskId;
        int attempt;
        try {
            SeedTask task = SeedTask.parseFrom(value);
            taskId = UUID.fromString(task.getTaskId());
            attempt = task.getAttempt();
        } catch (InvalidProtocolBufferException | IllegalArgumentException broken) {
            dead.bury(message, "Not a SeedTask");
            return Outcome.DONE;
        }
        Optional<TaskRunner.GivenUp> over = runner.run(taskId, attempt);
        if (over.isPresent()) {
            dead.bury(message, over.get().cause());
            runner.giveUp(over.get());
        }
        return Outcome.DONE;
    }
}
