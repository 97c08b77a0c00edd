package dev.vireo.upload.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The requests of this process that write now. A newer one ends an older one of the same upload at its next byte (the
 * fence in the database holds over all processes); a shut-down ends all of them, which lose nothing acknowledged.
 */
@Component
final class ActiveWrites {
    private final ConcurrentMap<UploadId, AtomicBoolean> active = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** One request; close it when it is over. */
    final class Write implements AutoCloseable {
        private final UploadId id;
        private final AtomicBoolean fenced;

        private Write(UploadId id, AtomicBoolean fenced) {
            this.id = id;
            this.fenced = fenced;
        }

        boolean mustEnd() {
            return stopping || fenced.get();
        }

        @Override
        public void close() {
            active.remove(id, fenced);
        }
    }

    Write begin(UploadId id) {
        AtomicBoolean mine = new AtomicBoolean();
        AtomicBoolean older = active.put(id, mine);
        if (older != null) {
            older.set(true);
        }
        return new Write(id, mine);
    }

    void end(UploadId id) {
        AtomicBoolean running = active.get(id);
        if (running != null) {
            running.set(true);
        }
    }

    boolean stopping() {
        return stopping;
    }

    @EventListener
    void stop(ContextClosedEvent closed) {
        stopping = true;
    }
}
