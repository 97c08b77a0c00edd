package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Empty shared libraries in place of the desktop ones that ffmpeg names but never calls when it reads and writes
 * files: a bare server has no X11 and no sound.
 */
final class StubLibraries {
    private static final List<String> NAMES =
            List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");
    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int SYMBOLS = HEADER + 2 * PROGRAM_HEADER;
    private static final int HASH = SYMBOLS + 24;
    private static final int STRINGS = HASH + 16;
    private static final short X86_64 = 62;
    private static final short AARCH64 = 183;

    private StubLibraries() {}

    static Path in(Path folder) {
        Path stubs = folder.resolve("stubs");
        try {
            Files.createDirectories(stubs);
            for (String name : NAMES) {
                Files.write(stubs.resolve(name), library(name));
            }
            return stubs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The smallest ELF shared object: a name, no symbols. */
    static byte[] library(String name) {
        byte[] strings = ("\0" + name + "\0").getBytes(StandardCharsets.US_ASCII);
        int dynamic = (STRINGS + strings.length + 7) / 8 * 8;
        int size = dynamic + 7 * 16;
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        header(file);
        programHeader(file, 1, 6, 0, size);
        programHeader(file, 2, 6, dynamic, 7 * 16);
        file.position(HASH).putInt(1).putInt(1).putInt(0).putInt(0);
        file.position(STRINGS).put(strings);
        file.position(dynamic);
        long[] entries = {14, 1, 4, HASH, 5, STRINGS, 6, SYMBOLS, 10, strings.length, 11, 24, 0, 0};
        for (long entry : entries) {
            file.putLong(entry);
        }
        return file.array();
    }

    private static void header(ByteBuffer file) {
        boolean arm = "aarch64".equals(System.getProperty("os.arch"));
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        file.putShort((short) 3).putShort(arm ? AARCH64 : X86_64).putInt(1);
        file.putLong(0).putLong(HEADER).putLong(0).putInt(0);
        file.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 2);
        file.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    }

    private static void programHeader(ByteBuffer file, int type, int flags, long offset, long size) {
        file.putInt(type).putInt(flags).putLong(offset).putLong(offset).putLong(offset);
        file.putLong(size).putLong(size).putLong(type == 1 ? 0x1000 : 8);
    }
}
