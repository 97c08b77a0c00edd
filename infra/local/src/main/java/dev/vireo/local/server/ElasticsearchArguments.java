package dev.vireo.local.server;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Elasticsearch's launcher writes to the server's standard input ({@code ServerArgs}, in the server's own stream
 * format): not in the background, not quiet, no file for the process id, no secrets, then settings and folders.
 */
record ElasticsearchArguments(Map<String, String> settings, Path configuration, Path logs) {
    private static final String NO_SECRETS = "org.elasticsearch.common.settings.SecureClusterStateSettings";
    private static final int FALSE = 0;
    private static final int EMPTY = 0;
    private static final int STRING = 0;

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(FALSE);
        out.write(FALSE);
        out.write(FALSE);
        write(out, NO_SECRETS);
        out.write(EMPTY);
        write(out, settings.size());
        new TreeMap<>(settings).forEach((key, value) -> {
            write(out, key);
            out.write(STRING);
            write(out, value);
        });
        write(out, configuration.toString());
        write(out, logs.toString());
        return out.toByteArray();
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    private static void write(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest > 0x7f) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /** Its length in UTF-16 units, then each unit encoded by itself, which is Java's UTF without the length before it. */
    private static void write(ByteArrayOutputStream out, String text) {
        write(out, text.length());
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try {
            new DataOutputStream(encoded).writeUTF(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.write(encoded.toByteArray(), Short.BYTES, encoded.size() - Short.BYTES);
    }
}
