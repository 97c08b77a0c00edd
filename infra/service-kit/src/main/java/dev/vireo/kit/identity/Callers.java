package dev.vireo.kit.identity;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import io.grpc.Context;
import java.util.Optional;

/** The caller of the request that the present thread serves, over HTTP and gRPC alike. */
public final class Callers {
    private static final Context.Key<Caller> CALLER = Context.key("vireo-caller");

    private Callers() {}

    /** The caller, empty on a thread that serves no request. */
    public static Optional<Caller> present() {
        return Optional.ofNullable(CALLER.get());
    }

    /** The caller; a thread that serves no request has none, which is a defect. */
    public static Caller current() {
        return present()
                .orElseThrow(() -> new PlatformException(KitErrorCode.INTERNAL, "No caller is known on this thread."));
    }

    /** Makes {@code caller} the present one of this thread until the scope is closed, by the same thread. */
    public static Scope enter(Caller caller) {
        Context entered = with(caller);
        Context previous = entered.attach();
        return () -> entered.detach(previous);
    }

    /** A time in which a caller is the present one. */
    public interface Scope extends AutoCloseable {
        /** Gives the thread back to who was present before. */
        @Override
        void close();
    }

    /** The present context with {@code caller} in it. */
    public static Context with(Caller caller) {
        return Context.current().withValue(CALLER, caller);
    }
}
