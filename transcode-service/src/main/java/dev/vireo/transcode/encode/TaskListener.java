package dev.vireo.transcode.encode;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.transcode.v1.TranscodeTask;
import dev.vireo.kit.event.TaskHandler;
import dev.vireo.kit.event.TaskLease;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes tasks off the share group. The database says who has a task; the message only points to it. */
@Component
class TaskListener implements TaskHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TaskListener.class);

    private final TaskRunner runner;

    TaskListener(TaskRunner runner) {
        this.runner = runner;
    }

    @Override
    public Outcome handle(ConsumerRecord<String, byte[]> record, TaskLease lease) throws InterruptedException {
        try {
            TranscodeTask message = TranscodeTask.parseFrom(record.value());
            runner.run(UUID.fromString(message.getTaskId()), message.getAttempt());
        } catch (InvalidProtocolBufferException | IllegalArgumentException broken) {
            LOG.error("A message that is not a task at {}@{}", record.partition(), record.offset(), broken);
        }
        return Outcome.DONE;
    }
}
