package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.Privacy;
import dev.vireo.gateway.catalog.VideoChange;
import dev.vireo.kit.error.PlatformException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PeerTube's form of a change of a video. Fields of PeerTube that have no meaning here yet are left alone. */
public final class VideoChanges {
    private static final Pattern REVISION = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-\\d{1,18}){0,2}\"");
    private static final String SCHEDULE = "scheduleUpdate";

    private VideoChanges() {}

    static VideoChange of(BodyFields fields, @Nullable String ifMatch) {
        if (fields.has("videoPasswords")) {
            throw PlatformException.invalid("videoPasswords", "videos with passwords are not offered.");
        }
        return new VideoChange(
                revision(fields, ifMatch).orElse(null),
                new VideoChange.Texts(
                        fields.text("name").orElse(null),
                        fields.text("description").orElse(null),
                        fields.list("tags").orElse(null),
                        fields.text("language").orElse(null),
                        fields.number("licence").orElse(null),
                        fields.number("category").orElse(null),
                        fields.flag("nsfw").orElse(null)),
                fields.number("privacy").map(VideoChanges::privacy).orElse(null),
                fields.text("channelId").filter(id -> !id.isEmpty()).orElse(null),
                schedule(fields).orElse(null));
    }

    /** The revision of {@code If-Match}, or of the field {@code revision}. */
    public static Optional<Long> revision(BodyFields fields, @Nullable String ifMatch) {
        if (ifMatch != null && !"*".equals(ifMatch.trim())) {
            Matcher form = REVISION.matcher(ifMatch.trim());
            if (!form.matches()) {
                throw PlatformException.invalid("If-Match", "must be the ETag of an earlier answer.");
            }
            return Optional.of(Long.parseLong(form.group(1)));
        }
        return fields.text("revision").filter(text -> !text.isEmpty()).map(text -> {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException not) {
                throw PlatformException.invalid("revision", "must be a whole number.");
            }
        });
    }

    private static Privacy privacy(int id) {
        for (Privacy privacy : Privacy.values()) {
            if (privacy.id() == id) {
                return privacy;
            }
        }
        throw PlatformException.invalid("privacy", "must be 1 public, 2 unlisted, 3 private or 4 internal.");
    }

    private static Optional<VideoChange.Schedule> schedule(BodyFields fields) {
        if (!fields.has(SCHEDULE)) {
            return Optional.empty();
        }
        String privacy = fields.text(SCHEDULE + "[privacy]").orElse("1");
        if (!"1".equals(privacy)) {
            throw PlatformException.invalid(SCHEDULE + ".privacy", "only 1, public, can be scheduled.");
        }
        String at = fields.text(SCHEDULE + "[updateAt]").orElse("");
        return Optional.of(new VideoChange.Schedule(at.isEmpty() ? null : time(at)));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw PlatformException.invalid(SCHEDULE + ".updateAt", "must be a time like 2030-01-31T10:00:00Z.");
        }
    }
}
