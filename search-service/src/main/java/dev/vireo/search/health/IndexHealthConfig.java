package dev.vireo.search.health;

import dev.vireo.search.index.ElasticsearchCluster;
import dev.vireo.search.index.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health and gauges of the indexes. */
@Configuration(proxyBeanMethods = false)
class IndexHealthConfig {
    /** Under {@code index}. */
    @Bean
    HealthIndicator indexHealthIndicator(Indexes indexes, ElasticsearchCluster cluster) {
        return new IndexHealth(indexes, cluster);
    }

    /** Under {@code filled}: for an upgrade, in which the older version answers until the newer one's indexes do. */
    @Bean
    HealthIndicator filledHealthIndicator(Indexes indexes) {
        return new FilledHealth(indexes);
    }

    @Bean
    IndexGauges indexGauges(Indexes indexes, ElasticsearchCluster cluster, MeterRegistry metrics, Clock clock) {
        return new IndexGauges(indexes, cluster, metrics, clock);
    }
}
