package dev.vireo.upload.session;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.video.Privacy;
import dev.vireo.upload.video.VideoDetails;
import dev.vireo.upload.video.VideoRules;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads Upload-Metadata (tus creation extension). Keys that are not ours are left alone; a refusal names the key. */
final class UploadMetadata {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LAST_NUMBER = 9;

    private final Map<String, String> values;

    private UploadMetadata(Map<String, String> values) {
        this.values = values;
    }

    static UploadMetadata parse(@Nullable String header) {
        Map<String, String> values = new LinkedHashMap<>();
        if (header == null || header.isBlank()) {
            return new UploadMetadata(values);
        }
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" +", -1);
            if (parts[0].isEmpty()
                    || parts.length > 2
                    || !StandardCharsets.US_ASCII.newEncoder().canEncode(parts[0])) {
                throw bad(
                        "Upload-Metadata", "must be pairs of a key, a space and a Base64 value, with commas between.");
            }
            String value = parts.length == 1 ? "" : decode(parts[0], parts[1]);
            if (values.put(parts[0], value) != null) {
                throw bad(parts[0], "comes twice.");
            }
        }
        return new UploadMetadata(values);
    }

    /** What the client announces with it. */
    NewUpload announce(long length) {
        try {
            String filename = VideoRules.filename(text("filename"));
            String name = text("name").strip();
            @Nullable Instant publishAt = publishAt();
            VideoDetails details = new VideoDetails(
                    name.isEmpty() ? VideoRules.titleOf(filename) : name,
                    text("description"),
                    publishAt == null ? privacy() : Privacy.PRIVATE,
                    tags(),
                    text("language"),
                    number("licence"),
                    number("category"),
                    nsfw(),
                    publishAt);
            return new NewUpload(length, new UploadSession.NewFile(filename, VideoRules.checked(details)), channelId());
        } catch (PlatformException refused) {
            throw refused.code() instanceof UploadErrorCode
                    ? refused
                    : new PlatformException(UploadErrorCode.BAD_METADATA, refused.sentence());
        }
    }

    private String text(String key) {
        return values.getOrDefault(key, "");
    }

    private Privacy privacy() {
        String given = text("privacy");
        return given.isEmpty()
                ? Privacy.PUBLIC
                : Privacy.parse(given)
                        .orElseThrow(() -> bad("privacy", "must be public, unlisted, private or internal, or 1 to 4."));
    }

    private List<String> tags() {
        String given = text("tags").strip();
        if (given.isEmpty()) {
            return List.of();
        }
        if (!given.startsWith("[")) {
            return Arrays.stream(given.split(",", -1)).map(String::strip).toList();
        }
        try {
            return Arrays.stream(JSON.readValue(given, String[].class))
                    .map(tag -> tag == null ? "" : tag.strip())
                    .toList();
        } catch (JacksonException malformed) {
            throw bad("tags", "must be words with commas between, or a JSON array of strings.");
        }
    }

    private int number(String key) {
        String given = text(key);
        if (given.isEmpty()) {
            return 0;
        }
        if (given.length() > LAST_NUMBER || !given.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw bad(key, "must be a number.");
        }
        return Integer.parseInt(given);
    }

    private boolean nsfw() {
        return switch (text("nsfw").toLowerCase(Locale.ROOT)) {
            case "", "false", "0" -> false;
            case "true", "1" -> true;
            default -> throw bad("nsfw", "must be true or false.");
        };
    }

    private @Nullable Instant publishAt() {
        String given = text("publishAt");
        if (given.isEmpty()) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(given).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.ofEpochSecond(253_402_300_799L))) {
                throw bad("publishAt", "must be a time from 1970 to 9999.");
            }
            return instant;
        } catch (DateTimeParseException malformed) {
            throw bad("publishAt", "must be a time such as 2030-01-31T18:00:00Z.");
        }
    }

    private @Nullable ChannelId channelId() {
        String given = text("channelId");
        if (given.isEmpty()) {
            return null;
        }
        try {
            return new ChannelId(UUID.fromString(given));
        } catch (IllegalArgumentException malformed) {
            throw bad("channelId", "must be a UUID.");
        }
    }

    private static String decode(String key, String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw bad(key, "must be UTF-8 text in Base64.");
        }
    }

    private static PlatformException bad(String key, String what) {
        return new PlatformException(UploadErrorCode.BAD_METADATA, key + ": " + what);
    }
}
