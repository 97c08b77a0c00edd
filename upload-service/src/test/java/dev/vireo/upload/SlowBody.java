package dev.vireo.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A PATCH over a plain socket that announces more than it sends, and can break off. */
public final class SlowBody implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;

    /** Sends the head of a PATCH with {@code length} bytes to come. */
    public SlowBody(int port, String instance, String token, UUID id, long offset, long length) {
        this(port, instance, token, id, offset, "Content-Length: " + length);
    }

    /** Sends the head of a PATCH that does not say how many bytes come: send chunks. */
    public SlowBody(int port, String instance, String token, UUID id, long offset) {
        this(port, instance, token, id, offset, "Transfer-Encoding: chunked");
    }

    private SlowBody(int port, String instance, String token, UUID id, long offset, String length) {
        try {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            this.out = socket.getOutputStream();
            String head = "PATCH /api/v1/uploads/" + id + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\n"
                    + "Vireo-Instance: " + instance + "\r\nAuthorization: Bearer " + token + "\r\n"
                    + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " + offset + "\r\n"
                    + length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The next bytes. */
    public void send(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether the other side still takes bytes. */
    public boolean isTaken(byte[] bytes) {
        try {
            send(bytes);
            return true;
        } catch (UncheckedIOException cut) {
            return false;
        }
    }

    /** Something of the answer can be read, or the other side has ended the connection. */
    public boolean answered() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException ended) {
            return true;
        }
    }

    /** The first line of the answer, waiting for it; empty when the connection just ended. */
    public String statusLine() {
        try {
            byte[] answer = socket.getInputStream().readNBytes(12);
            return new String(answer, StandardCharsets.US_ASCII);
        } catch (IOException broken) {
            return "";
        }
    }

    /** Breaks the connection off. */
    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
