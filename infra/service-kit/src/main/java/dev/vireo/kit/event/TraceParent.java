package dev.vireo.kit.event;

import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The trace that the present thread works in, as the {@code traceparent} header of W3C Trace Context. */
final class TraceParent {
    private final Tracer tracer;
    private final Propagator propagator;

    TraceParent(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Null outside of any trace. */
    @Nullable
    String current() {
        CurrentTraceContext present = tracer.currentTraceContext();
        if (present.context() == null) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        propagator.inject(
                present.context(),
                headers,
                (carrier, name, value) -> Objects.requireNonNull(carrier).put(name, value));
        return headers.get(CloudEvent.TRACE_PARENT);
    }
}
