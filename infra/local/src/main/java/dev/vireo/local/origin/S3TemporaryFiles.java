package dev.vireo.local.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files a write in progress leaves when the store is killed: never listed, removed at the next start. */
final class S3TemporaryFiles {
    private static final Pattern NAME = Pattern.compile(".*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.DOTALL);

    private S3TemporaryFiles() {}

    static boolean isTemporary(String key) {
        return NAME.matcher(key).matches();
    }

    static void sweep(Path bucket) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.walk(bucket)) {
            left = files.filter(Files::isRegularFile)
                    .filter(file -> isTemporary(String.valueOf(file.getFileName())))
                    .toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }
}
