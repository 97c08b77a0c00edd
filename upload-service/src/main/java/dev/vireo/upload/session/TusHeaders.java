package dev.vireo.upload.session;

import dev.vireo.kit.error.PlatformException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes the fields of tus 1.0.0. */
final class TusHeaders {
    static final String RESUMABLE = "Tus-Resumable";
    static final String VERSION = "Tus-Version";
    static final String EXTENSION = "Tus-Extension";
    static final String MAX_SIZE = "Tus-Max-Size";
    static final String CHECKSUM_ALGORITHM = "Tus-Checksum-Algorithm";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String DEFER_LENGTH = "Upload-Defer-Length";
    static final String METADATA = "Upload-Metadata";
    static final String CHECKSUM = "Upload-Checksum";
    static final String EXPIRES = "Upload-Expires";
    static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
    static final String PUBLIC_URL = "Vireo-Public-Url";
    static final String VIDEO_ID = "Vireo-Video-Id";
    static final String VIDEO_SHORT_ID = "Vireo-Video-Short-Id";

    static final String PROTOCOL = "1.0.0";
    static final String EXTENSIONS = "creation,creation-with-upload,checksum,termination,expiration";
    static final String OFFSET_STREAM = "application/offset+octet-stream";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TusHeaders() {}

    /** A count of bytes; refused when it is missing or no plain number. */
    static long number(String name, @Nullable String value) {
        if (value == null || !NUMBER.matcher(value).matches()) {
            throw new PlatformException(UploadErrorCode.BAD_HEADER, name + " must be a number of bytes.");
        }
        return Long.parseLong(value);
    }

    /** The form of RFC 9110, 5.6.7. */
    static String date(Instant instant) {
        return IMF_FIXDATE.format(instant);
    }

    static boolean isOffsetStream(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].trim().equalsIgnoreCase(OFFSET_STREAM);
    }

    /** The address of an upload below the address that the client knows; relative when that is not known. */
    static String location(@Nullable String publicUrl, UploadId id) {
        String base = publicUrl == null ? "" : publicUrl.replaceAll("/+$", "");
        return base + TusUploadController.PATH + "/" + id.value();
    }
}
