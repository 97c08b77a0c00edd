package dev.vireo.search.feed;

import dev.vireo.kit.group.EventGroups;
import dev.vireo.search.document.CaptionSight;
import dev.vireo.search.document.CommentsWrite;
import dev.vireo.search.document.CompanionsWrite;
import dev.vireo.search.document.DocumentWrite;
import dev.vireo.search.document.PopularityWrite;
import dev.vireo.search.index.ElasticsearchDocuments;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A listener for each kind, for what other servers have of it, and for what is counted in its documents. */
@Configuration(proxyBeanMethods = false)
class FeedConfig {
    @Bean
    FactListener<DocumentWrite> videoListener(Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener<>(
                indexes.of(Kind.VIDEO), Kind.VIDEO.topic(), groups, VideoFactMapper::write, documents::write);
    }

    @Bean
    FactListener<DocumentWrite> remoteVideoListener(
            Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener<>(
                indexes.of(Kind.VIDEO), Kind.REMOTE_VIDEO_TOPIC, groups, RemoteFactMapper::video, documents::write);
    }

    @Bean
    FactListener<PopularityWrite> popularityListener(
            Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener<>(
                indexes.of(Kind.VIDEO),
                Kind.POPULARITY_TOPIC,
                groups,
                PopularityMapper::write,
                documents::writePopularity);
    }

    @Bean
    FactListener<CompanionsWrite> companionListener(
            Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener<>(
                indexes.of(Kind.VIDEO),
                Kind.COMPANION_TOPIC,
                groups,
                CompanionMapper::write,
                documents::writeCompanions);
    }

    @Bean
    FactListener<CommentsWrite> commentCountListener(
            Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener<>(
                indexes.of(Kind.VIDEO),
                Kind.COMMENT_COUNT_TOPIC,
                groups,
                CommentCountMapper::write,
                documents::writeComments);
    }

    @Bean
    FactListener<DocumentWrite> channelListener(Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener<>(
                indexes.of(Kind.CHANNEL), Kind.CHANNEL.topic(), groups, ChannelFactMapper::write, documents::write);
    }

    @Bean
    FactListener<DocumentWrite> playlistListener(
            Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener<>(
                indexes.of(Kind.PLAYLIST), Kind.PLAYLIST.topic(), groups, PlaylistFactMapper::write, documents::write);
    }

    @Bean
    FactListener<DocumentWrite> remoteChannelListener(
            Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener<>(
                indexes.of(Kind.CHANNEL),
                Kind.REMOTE_CHANNEL_TOPIC,
                groups,
                RemoteFactMapper::channel,
                documents::write);
    }

    @Bean
    FactListener<DocumentWrite> captionListener(Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener<>(
                indexes.of(Kind.CAPTION), Kind.CAPTION.topic(), groups, CaptionFactMapper::write, documents::write);
    }

    @Bean
    FactListener<CaptionSight> captionSightListener(
            Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener<>(
                indexes.of(Kind.CAPTION), Kind.VIDEO.topic(), groups, VideoFactMapper::captions, documents::writeSight);
    }
}
