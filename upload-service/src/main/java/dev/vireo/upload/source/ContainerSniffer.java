package dev.vireo.upload.source;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells audio and video containers by their first bytes; whatever is not one of them is not taken. Playlists, pictures,
 * scripts and archives are never on the list, whatever their name says.
 */
public final class ContainerSniffer {
    /** How many first bytes are enough to decide. */
    public static final int HEAD = 4_096;

    private static final int TS_PACKET = 188;
    private static final int M2TS_PACKET = 192;
    private static final int M2TS_SYNC = 4;
    private static final int BRAND = 8;
    private static final Set<String> PICTURE_BRANDS =
            Set.of("avif", "avis", "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "crx ", "jxl ");
    private static final Set<String> OLD_QUICKTIME = Set.of("moov", "mdat", "wide", "pnot");

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("video/mp4", ContainerSniffer::isMp4),
            new Signature("video/quicktime", ContainerSniffer::isQuickTime),
            new Signature("video/webm", head -> isMatroska(head) && contains(head, "webm")),
            new Signature("video/x-matroska", ContainerSniffer::isMatroska),
            new Signature("video/x-msvideo", head -> at(head, 0, "RIFF") && at(head, 8, "AVI ")),
            new Signature("audio/wav", head -> (at(head, 0, "RIFF") || at(head, 0, "RF64")) && at(head, 8, "WAVE")),
            new Signature("application/ogg", head -> at(head, 0, "OggS")),
            new Signature("video/x-flv", head -> at(head, 0, "FLV") && byteAt(head, 3) == 1),
            new Signature("video/x-ms-asf", head -> bytes(head, 0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11)),
            new Signature("video/mp2t", head -> isTransportStream(head, 0, TS_PACKET)),
            new Signature("video/mp2t", head -> isTransportStream(head, M2TS_SYNC, M2TS_PACKET)),
            new Signature("video/mpeg", head -> bytes(head, 0, 0, 1, 0xBA) || bytes(head, 0, 0, 1, 0xB3)),
            new Signature("application/mxf", head -> bytes(head, 0x06, 0x0E, 0x2B, 0x34, 0x02, 0x05, 0x01, 0x01)),
            new Signature("audio/flac", head -> at(head, 0, "fLaC")),
            new Signature("audio/aiff", head -> at(head, 0, "FORM") && (at(head, 8, "AIFF") || at(head, 8, "AIFC"))),
            new Signature("audio/mpeg", head -> at(head, 0, "ID3") || isMpegAudio(head)),
            new Signature("audio/aac", ContainerSniffer::isAdts),
            new Signature("audio/amr", head -> at(head, 0, "#!AMR")),
            new Signature("audio/x-caf", head -> at(head, 0, "caff")),
            new Signature("application/vnd.rn-realmedia", head -> at(head, 0, ".RMF")),
            new Signature("video/x-nut", head -> at(head, 0, "nut/multimedia container")),
            new Signature("video/x-ivf", head -> at(head, 0, "DKIF")));

    private ContainerSniffer() {}

    private record Signature(String mediaType, Predicate<ByteString> matches) {}

    /** The media type of the container that begins with {@code head}; empty when it is none that holds film or sound. */
    public static Optional<String> sniff(ByteString head) {
        return SIGNATURES.stream()
                .filter(signature -> signature.matches.test(head))
                .map(Signature::mediaType)
                .findFirst();
    }

    private static boolean isMp4(ByteString head) {
        return at(head, 4, "ftyp") && !at(head, BRAND, "qt  ") && !PICTURE_BRANDS.contains(text(head, BRAND, 4));
    }

    private static boolean isQuickTime(ByteString head) {
        return (at(head, 4, "ftyp") && at(head, BRAND, "qt  ")) || OLD_QUICKTIME.contains(text(head, 4, 4));
    }

    private static boolean isMatroska(ByteString head) {
        return bytes(head, 0x1A, 0x45, 0xDF, 0xA3);
    }

    /** A sync byte at the start of each of the first five packets, or of as many as a short file has. */
    private static boolean isTransportStream(ByteString head, int first, int packet) {
        if (head.size() < packet) {
            return false;
        }
        for (int packetNumber = 0; packetNumber < 5; packetNumber++) {
            int at = first + packetNumber * packet;
            if (at < head.size() && byteAt(head, at) != 0x47) {
                return false;
            }
        }
        return true;
    }

    /**
     * Frame sync with a valid version, layer, bit rate and sample rate (ISO 11172-3, 2.4.2.3). The first layer looks like
     * the byte order mark of a text, and nobody uses it.
     */
    private static boolean isMpegAudio(ByteString head) {
        int second = byteAt(head, 1);
        int third = byteAt(head, 2);
        boolean sync = byteAt(head, 0) == 0xFF && (second & 0xE0) == 0xE0;
        boolean secondOrThirdLayer = (second & 0x06) == 0x04 || (second & 0x06) == 0x02;
        boolean versionAndLayer = (second & 0x18) != 0x08 && secondOrThirdLayer;
        return sync && versionAndLayer && (third & 0xF0) != 0xF0 && (third & 0xF0) != 0 && (third & 0x0C) != 0x0C;
    }

    private static boolean isAdts(ByteString head) {
        return byteAt(head, 0) == 0xFF && (byteAt(head, 1) & 0xF6) == 0xF0;
    }

    private static boolean at(ByteString head, int offset, String ascii) {
        return ascii.equals(text(head, offset, ascii.length()));
    }

    private static boolean contains(ByteString head, String ascii) {
        return text(head, 0, Math.min(head.size(), 64)).contains(ascii);
    }

    private static String text(ByteString head, int offset, int length) {
        return head.size() < offset + length
                ? ""
                : head.substring(offset, offset + length).toString(StandardCharsets.ISO_8859_1);
    }

    private static boolean bytes(ByteString head, int... wanted) {
        for (int at = 0; at < wanted.length; at++) {
            if (byteAt(head, at) != wanted[at]) {
                return false;
            }
        }
        return true;
    }

    private static int byteAt(ByteString head, int at) {
        return at < head.size() ? head.byteAt(at) & 0xFF : -1;
    }
}
