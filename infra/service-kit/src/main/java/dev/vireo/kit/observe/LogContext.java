package dev.vireo.kit.observe;

import dev.vireo.kit.identity.InstanceId;
import org.slf4j.MDC;

/** What the log lines of a thread are about. */
public final class LogContext {
    static final String INSTANCE = "instance";
    private static final String VIDEO = "video";

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
}
