package dev.vireo.upload.session;

import com.google.protobuf.ByteString;
import dev.vireo.kit.Ids;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.upload.channel.Account;
import dev.vireo.upload.channel.Accounts;
import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.channel.Channels;
import dev.vireo.upload.source.RunningSha256;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens uploads within the limits of their account, which are checked by one at a time. */
@Component
final class UploadOpening {
    private final JdbcUploadRepository uploads;
    private final Accounts accounts;
    private final Channels channels;
    private final UploadProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UploadOpening(
            JdbcUploadRepository uploads,
            Accounts accounts,
            Channels channels,
            UploadProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.uploads = uploads;
        this.accounts = accounts;
        this.channels = channels;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    UploadSession open(Caller caller, NewUpload wanted) {
        Account owner = accounts.of(caller);
        checkLength(wanted.length());
        Channel channel = channel(owner, wanted.channelId());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UploadSession session = new UploadSession(
                new UploadId(Ids.newId()),
                owner,
                channel.id(),
                UploadState.OPEN,
                wanted.file(),
                wanted.length(),
                PartPlan.partSize(wanted.length(), properties.partSize().toBytes()),
                null,
                new UploadProgress(0, RunningSha256.start().state(), ByteString.EMPTY, List.of()),
                now.plus(properties.expireAfter()));
        return Objects.requireNonNull(transaction.execute(status -> {
            accounts.lock(owner.id());
            checkQuota(owner, wanted.length());
            uploads.insert(session, now);
            return session;
        }));
    }

    private void checkLength(long length) {
        if (length < 1) {
            throw new PlatformException(UploadErrorCode.BAD_HEADER, "The upload's length must be 1 byte or more.");
        }
        if (length > properties.maxSize().toBytes()) {
            throw new PlatformException(
                    UploadErrorCode.TOO_LARGE,
                    "An upload may have at most " + properties.maxSize().toBytes() + " bytes.");
        }
    }

    private void checkQuota(Account owner, long length) {
        if (uploads.countOpen(owner.id()) >= properties.maxOpen()) {
            throw new PlatformException(
                    UploadErrorCode.TOO_MANY_UPLOADS,
                    "Finish or give up one of your " + properties.maxOpen() + " open uploads first.");
        }
        long free = properties.quota().toBytes() - accounts.storedBytes(owner.id());
        if (length > free) {
            throw new PlatformException(
                    UploadErrorCode.QUOTA_EXCEEDED,
                    "The file has " + length + " bytes, and " + Math.max(0, free)
                            + " are left of your quota: delete a video or give up an open upload.");
        }
    }

    private Channel channel(Account owner, @Nullable ChannelId wanted) {
        List<Channel> own = channels.ofAccount(owner);
        if (wanted == null) {
            return own.getFirst();
        }
        return own.stream()
                .filter(channel -> channel.id().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new PlatformException(UploadErrorCode.UNKNOWN_CHANNEL, "channelId: you have no such channel."));
    }
}
