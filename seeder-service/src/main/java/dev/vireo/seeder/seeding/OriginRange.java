package dev.vireo.seeder.seeding;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a range of an object into memory. */
public final class OriginRange {

    private OriginRange() {}

    /**
     * Fills the first {@code length} bytes of a buffer. Fails as the origin does: with UNAVAILABLE too when it broke off or
     * gave less.
     */
    public static void read(OriginStore origin, ObjectKey key, long from, byte[] into, int length) {
        try (InputStream bytes = origin.get(key, from, length)) {
            if (bytes.readNBytes(into, 0, length) < length) {
                throw new EOFException("The range ended early");
            }
        } catch (IOException broken) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE, "The object store broke off: try again soon.", broken);
        }
    }
}
