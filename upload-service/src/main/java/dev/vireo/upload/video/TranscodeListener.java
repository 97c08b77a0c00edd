package dev.vireo.upload.video;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.contracts.transcode.v1.TranscodeFailed;
import dev.vireo.contracts.transcode.v1.TranscodeStarted;
import dev.vireo.kit.event.PoisonEventException;
import dev.vireo.kit.event.ProcessedEvents;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.observe.LogContext;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows topic {@code transcode.v1}: each fact takes effect once, in one transaction with the memory of it. */
@Component
final class TranscodeListener {
    private static final String CONSUMER = "upload";

    private final TranscodeFacts facts;
    private final ProcessedEvents processed;
    private final TransactionTemplate transaction;

    TranscodeListener(TranscodeFacts facts, ProcessedEvents processed, TransactionTemplate transaction) {
        this.facts = facts;
        this.processed = processed;
        this.transaction = transaction;
    }

    @KafkaListener(topics = "transcode.v1", groupId = CONSUMER, containerFactory = "eventListenerFactory")
    void on(ConsumerRecord<String, byte[]> event) {
        TranscodeEvent fact = parse(event.value());
        if (fact.hasProgressed() || fact.getEventCase() == TranscodeEvent.EventCase.EVENT_NOT_SET) {
            return;
        }
        TranscodeFacts.About about = about(fact);
        UnaryOperator<Transcoding> change = change(fact);
        LogContext.about(
                about.instance(),
                about.video().value(),
                () -> transaction.executeWithoutResult(status -> {
                    if (processed.firstTime(CONSUMER, event)) {
                        facts.apply(about, change);
                    }
                }));
    }

    private static UnaryOperator<Transcoding> change(TranscodeEvent fact) {
        return switch (fact.getEventCase()) {
            case STARTED -> {
                TranscodeStarted started = fact.getStarted();
                Duration length = VideoMapper.duration(started.getDuration());
                yield transcoding -> transcoding.started(length, started.getAspectRatio());
            }
            case PLAYABLE -> {
                Duration length = VideoMapper.duration(fact.getPlayable().getDuration());
                yield transcoding -> transcoding.nowPlayable(length);
            }
            case COMPLETED -> {
                PackagedVideo packaged = fact.getCompleted().getPackaged();
                Duration length = VideoMapper.duration(packaged.getDuration());
                yield transcoding -> transcoding.completed(packaged.toByteString(), length, packaged.getAspectRatio());
            }
            case FAILED -> {
                TranscodeFailed failed = fact.getFailed();
                yield transcoding -> transcoding.failed(failed.getReason());
            }
            case PROGRESSED, EVENT_NOT_SET -> UnaryOperator.identity();
        };
    }

    private static TranscodeEvent parse(byte[] value) {
        try {
            return TranscodeEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException malformed) {
            throw new PoisonEventException("Not a TranscodeEvent", malformed);
        }
    }

    private static TranscodeFacts.About about(TranscodeEvent fact) {
        try {
            return new TranscodeFacts.About(
                    new InstanceId(fact.getInstanceId()),
                    new VideoId(UUID.fromString(fact.getVideoId())),
                    fact.getVersion());
        } catch (IllegalArgumentException malformed) {
            throw new PoisonEventException("The fact names no video", malformed);
        }
    }
}
