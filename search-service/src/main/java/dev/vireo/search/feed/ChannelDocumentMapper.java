package dev.vireo.search.feed;

import dev.vireo.contracts.channel.v1.Account;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.search.document.ChannelDocument;
import dev.vireo.search.document.VideoDocument;

/** Channels of the contract as documents. */
final class ChannelDocumentMapper {
    private ChannelDocumentMapper() {}

    static ChannelDocument document(Channel channel, String ownerSubject) {
        return new ChannelDocument(
                channel.getName(),
                channel.getDisplayName(),
                channel.getDescription(),
                owner(channel.getOwner(), ownerSubject),
                channel.hasOrigin() ? channel.getOrigin().getHost() : null,
                VideoDocumentMapper.millis(channel.getCreatedAt()),
                VideoDocumentMapper.millis(channel.getUpdatedAt()),
                channel.toByteArray());
    }

    private static ChannelDocument.Owner owner(Account owner, String subject) {
        return new ChannelDocument.Owner(
                new VideoDocument.Party(owner.getId(), owner.getName(), owner.getDisplayName()),
                subject,
                VideoDocumentMapper.millis(owner.getCreatedAt()));
    }
}
