package dev.vireo.seeder.ipfsgateway;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is sent back.
 *
 * @param status of HTTP
 * @param headers by name
 * @param length bytes of the body; below zero when that shows at its end alone
 */
record Answer(int status, Map<String, String> headers, long length, Body body) {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int MOVED = 301;

    Answer {
        headers = Map.copyOf(headers);
    }

    /** Writes itself while it is read. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static Answer ok(Map<String, String> headers, long length, Body body) {
        return new Answer(OK, headers, length, body);
    }

    static Answer of(Map<String, String> headers, byte[] body) {
        return new Answer(OK, headers, body.length, out -> out.write(body));
    }

    static Answer moved(String location) {
        return new Answer(MOVED, Map.of("Location", location), 0, out -> {});
    }

    /** The same, for who has the body already. */
    Answer notModified() {
        return new Answer(NOT_MODIFIED, headers, -1, out -> {});
    }

    /** The same with more headers. */
    Answer with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, length, body);
    }
}
