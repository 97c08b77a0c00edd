package dev.vireo.search.feed;

import dev.vireo.kit.group.EventGroups;
import dev.vireo.search.index.ElasticsearchDocuments;
import dev.vireo.search.index.Indexes;
import dev.vireo.search.index.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A listener for each kind. */
@Configuration(proxyBeanMethods = false)
class FeedConfig {
    @Bean
    FactListener videoListener(Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener(indexes.of(Kind.VIDEO), documents, groups, VideoFactMapper::write);
    }

    @Bean
    FactListener channelListener(Indexes indexes, ElasticsearchDocuments documents, EventGroups groups) {
        return new FactListener(indexes.of(Kind.CHANNEL), documents, groups, ChannelFactMapper::write);
    }
}
