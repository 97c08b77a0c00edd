package dev.vireo.kit.observe;

import dev.vireo.kit.identity.InstanceId;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.slf4j.MDC;

/** What the log lines of a thread are about. */
public final class LogContext {
    static final String INSTANCE = "instance";
    private static final String VIDEO = "video";
    private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder()
            .contextRegistry(new ContextRegistry()
                    .registerThreadLocalAccessor(new Slf4jThreadLocalAccessor())
                    .registerThreadLocalAccessor(new ObservationThreadLocalAccessor()))
            .build();

    private LogContext() {}

    /** Work that may fail in one checked way. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        /** Does it. */
        void run() throws E;
    }

    /** While {@code work} runs, each log line of this thread names the instance and the video. */
    public static <E extends Exception> void about(InstanceId instance, Object videoId, Work<E> work) throws E {
        MDC.put(INSTANCE, instance.value());
        MDC.put(VIDEO, videoId.toString());
        try {
            work.run();
        } finally {
            MDC.remove(INSTANCE);
            MDC.remove(VIDEO);
        }
    }

    /** {@code work} for a thread that serves this one: what that logs and does belongs to the same trace and video. */
    public static Runnable handedOn(Runnable work) {
        return SNAPSHOTS.captureAll().wrap(work);
    }
}
