package dev.vireo.upload.channel;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.video.v1.AccountSummary;
import dev.vireo.contracts.video.v1.ChannelSummary;
import java.time.Instant;

/** Accounts and channels as protobuf messages. */
public final class ChannelMapper {
    private ChannelMapper() {}

    /** An account. */
    public static dev.vireo.contracts.channel.v1.Account message(Account account) {
        return dev.vireo.contracts.channel.v1.Account.newBuilder()
                .setId(account.id().value().toString())
                .setInstanceId(account.instance().value())
                .setName(account.name())
                .setDisplayName(account.displayName())
                .setDescription(account.description())
                .setCreatedAt(timestamp(account.createdAt()))
                .setUpdatedAt(timestamp(account.updatedAt()))
                .build();
    }

    /** A channel with its owner. */
    public static dev.vireo.contracts.channel.v1.Channel message(Channel channel) {
        return dev.vireo.contracts.channel.v1.Channel.newBuilder()
                .setId(channel.id().value().toString())
                .setInstanceId(channel.instance().value())
                .setRevision(channel.revision())
                .setName(channel.name())
                .setDisplayName(channel.displayName())
                .setDescription(channel.description())
                .setSupport(channel.support())
                .setOwner(message(channel.owner()))
                .setCreatedAt(timestamp(channel.createdAt()))
                .setUpdatedAt(timestamp(channel.updatedAt()))
                .build();
    }

    /** What is said of an account beside something of its own. */
    public static AccountSummary summary(Account account) {
        return AccountSummary.newBuilder()
                .setId(account.id().value().toString())
                .setName(account.name())
                .setDisplayName(account.displayName())
                .build();
    }

    /** What is said of a channel beside something that is in it. */
    public static ChannelSummary summary(Channel channel) {
        return ChannelSummary.newBuilder()
                .setId(channel.id().value().toString())
                .setName(channel.name())
                .setDisplayName(channel.displayName())
                .setDescription(channel.description())
                .build();
    }

    /** The time. */
    public static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
