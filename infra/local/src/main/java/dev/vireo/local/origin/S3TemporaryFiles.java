package dev.vireo.local.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files a write in progress leaves when the store is killed: never listed, removed at the next start. */
final class S3TemporaryFiles {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern NAME = Pattern.compile(".*-" + UUID, Pattern.DOTALL);

    /** S3Proxy's note that a multipart upload exists: it ends alike and must outlive a restart. */
    private static final Pattern UPLOAD = Pattern.compile("[.]s3proxy-mpu-stub-" + UUID);

    private S3TemporaryFiles() {}

    static boolean isTemporary(String key) {
        return NAME.matcher(key).matches() && !UPLOAD.matcher(key).matches();
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
