package dev.vireo.seeder.swarm;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An origin in memory that only reads ranges, and may be away. */
final class MemoryOrigin {
    private final Map<ObjectKey, byte[]> objects = new ConcurrentHashMap<>();
    private final List<Long> reads = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    void put(ObjectKey key, byte[] bytes) {
        objects.put(key, bytes);
    }

    void remove(ObjectKey key) {
        objects.remove(key);
    }

    void away(boolean now) {
        away = now;
    }

    /** Offsets of all reads so far. */
    List<Long> reads() {
        return reads;
    }

    OriginStore store() {
        return (OriginStore) Proxy.newProxyInstance(
                OriginStore.class.getClassLoader(), new Class<?>[] {OriginStore.class}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (!method.getName().equals("get") || arguments.length != 3) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return get((ObjectKey) arguments[0], (long) arguments[1], (long) arguments[2]);
                });
    }

    private InputStream get(ObjectKey key, long offset, long length) {
        reads.add(offset);
        byte[] bytes = objects.get(key);
        if (away) {
            throw new PlatformException(KitErrorCode.UNAVAILABLE, "The origin is away.");
        }
        if (bytes == null) {
            throw PlatformException.notFound("object");
        }
        return new ByteArrayInputStream(bytes, (int) offset, (int) length);
    }
}
