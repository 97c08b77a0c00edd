package dev.vireo.upload.source;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import org.bouncycastle.crypto.SavableDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A SHA-256 whose state can be stored in the middle of the stream and taken up again by another process, on another
 * kind of machine too. It runs on the processor's own instructions where BouncyCastle's native code does, ten times as
 * fast as in Java.
 */
public final class RunningSha256 {
    private static final Logger LOG = LoggerFactory.getLogger(RunningSha256.class);
    private static final boolean NATIVE = nativeWorks();

    private final SavableDigest digest;

    private RunningSha256(SavableDigest digest) {
        this.digest = digest;
    }

    /** Of nothing yet. */
    public static RunningSha256 start() {
        return new RunningSha256(NATIVE ? SHA256Digest.newInstance() : new SHA256Digest());
    }

    /** Goes on from what {@link #state} gave. */
    public static RunningSha256 resume(ByteString state) {
        return new RunningSha256(NATIVE ? nativeFrom(state.toByteArray()) : new SHA256Digest(state.toByteArray()));
    }

    /** Takes the next bytes. */
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** All that is needed to go on from here. */
    public ByteString state() {
        byte[] encoded = digest.getEncodedState();
        return ByteString.copyFrom(NATIVE ? Sha256State.toJava(encoded) : encoded);
    }

    /** The 32 bytes for everything taken so far; more may follow. */
    public ByteString value() {
        return ByteString.copyFrom(finished(new SHA256Digest(state().toByteArray())));
    }

    private static SavableDigest nativeFrom(byte[] state) {
        byte[] fresh = SHA256Digest.newInstance().getEncodedState();
        return SHA256Digest.newInstance(Sha256State.toNative(state, fresh));
    }

    /** The form of the native state is the library's own affair: what does not behave as we know it is not used. */
    private static boolean nativeWorks() {
        SavableDigest candidate = SHA256Digest.newInstance();
        if (candidate instanceof SHA256Digest) {
            LOG.info("SHA-256 runs in Java: there is no native code of BouncyCastle for this machine");
            return false;
        }
        try {
            byte[] sample = new byte[199];
            for (int at = 0; at < sample.length; at++) {
                sample[at] = (byte) at;
            }
            SHA256Digest plain = new SHA256Digest();
            plain.update(sample, 0, sample.length);
            candidate.update(sample, 0, 133);
            byte[] middle = Sha256State.toJava(candidate.getEncodedState());
            SHA256Digest inJava = new SHA256Digest(middle);
            SavableDigest again = nativeFrom(middle);
            inJava.update(sample, 133, 66);
            again.update(sample, 133, 66);
            byte[] expected = finished(plain);
            return Arrays.equals(expected, finished(inJava)) && Arrays.equals(expected, finished(again));
        } catch (RuntimeException | LinkageError unknownForm) {
            LOG.warn("SHA-256 runs in Java: the native state has another form", unknownForm);
            return false;
        }
    }

    private static byte[] finished(SavableDigest digest) {
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }
}
