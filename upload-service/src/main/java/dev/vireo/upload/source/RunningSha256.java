package dev.vireo.upload.source;

import com.google.protobuf.ByteString;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** A SHA-256 whose state can be stored in the middle of the stream and taken up again by another process. */
public final class RunningSha256 {
    private final SHA256Digest digest;

    private RunningSha256(SHA256Digest digest) {
        this.digest = digest;
    }

    /** Of nothing yet. */
    public static RunningSha256 start() {
        return new RunningSha256(new SHA256Digest());
    }

    /** Goes on from what {@link #state} gave. */
    public static RunningSha256 resume(ByteString state) {
        return new RunningSha256(new SHA256Digest(state.toByteArray()));
    }

    /** Takes the next bytes. */
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** All that is needed to go on from here. */
    public ByteString state() {
        return ByteString.copyFrom(digest.getEncodedState());
    }

    /** The 32 bytes for everything taken so far; more may follow. */
    public ByteString value() {
        SHA256Digest copy = new SHA256Digest(digest);
        byte[] value = new byte[copy.getDigestSize()];
        copy.doFinal(value, 0);
        return ByteString.copyFrom(value);
    }
}
