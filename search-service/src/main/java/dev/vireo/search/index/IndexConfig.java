package dev.vireo.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.vireo.kit.group.EventGroups;
import java.time.Clock;
import java.util.List;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The client of the cluster, and the indexes of each kind in it. */
@Configuration(proxyBeanMethods = false)
class IndexConfig {
    /** The cluster gives a query up first, and says so. */
    private static final int GRACE_MILLIS = 500;

    @Bean(destroyMethod = "close")
    @Primary
    ElasticsearchClient elasticsearch(IndexProperties properties) {
        Rest5Client client = Rest5Client.builder(HttpHost.create(properties.address()))
                .setDefaultHeaders(headers(properties))
                .setConnectionConfigCallback(
                        connection -> connection.setConnectTimeout(Timeout.of(properties.connectTimeout())))
                .setConnectionManagerCallback(connections -> connections
                        .setMaxConnTotal(properties.maxConnections())
                        .setMaxConnPerRoute(properties.maxConnections()))
                .setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(properties.writeTimeout()))
                        .setConnectionRequestTimeout(Timeout.of(properties.queryTimeout())))
                .build();
        return new ElasticsearchClient(new Rest5ClientTransport(client, new Jackson3JsonpMapper()));
    }

    /** The same client with the patience of somebody who waits for a list. */
    @Bean
    ElasticsearchClient queries(ElasticsearchClient elasticsearch, IndexProperties properties) {
        RequestOptions options = RequestOptions.DEFAULT.toBuilder()
                .setRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(properties.queryTimeout().plusMillis(GRACE_MILLIS)))
                        .setConnectionRequestTimeout(Timeout.of(properties.queryTimeout()))
                        .build())
                .build();
        return elasticsearch.withTransportOptions(new Rest5ClientOptions(options, false));
    }

    @Bean
    IndexLife videoIndexes(
            ElasticsearchClient elasticsearch,
            IndexProperties properties,
            EventGroups groups,
            IndexLifeProperties life,
            Clock clock) {
        return new IndexLife(
                Kind.VIDEO, new ElasticsearchIndices(elasticsearch, properties, Kind.VIDEO), groups, life, clock);
    }

    @Bean
    IndexLife channelIndexes(
            ElasticsearchClient elasticsearch,
            IndexProperties properties,
            EventGroups groups,
            IndexLifeProperties life,
            Clock clock) {
        return new IndexLife(
                Kind.CHANNEL, new ElasticsearchIndices(elasticsearch, properties, Kind.CHANNEL), groups, life, clock);
    }

    @Bean
    IndexLife captionIndexes(
            ElasticsearchClient elasticsearch,
            IndexProperties properties,
            EventGroups groups,
            IndexLifeProperties life,
            Clock clock) {
        return new IndexLife(
                Kind.CAPTION, new ElasticsearchIndices(elasticsearch, properties, Kind.CAPTION), groups, life, clock);
    }

    @Bean
    IndexLife playlistIndexes(
            ElasticsearchClient elasticsearch,
            IndexProperties properties,
            EventGroups groups,
            IndexLifeProperties life,
            Clock clock) {
        return new IndexLife(
                Kind.PLAYLIST, new ElasticsearchIndices(elasticsearch, properties, Kind.PLAYLIST), groups, life, clock);
    }

    private static Header[] headers(IndexProperties properties) {
        return properties.apiKey() == null || properties.apiKey().isEmpty()
                ? new Header[0]
                : List.of(new BasicHeader("Authorization", "ApiKey " + properties.apiKey()))
                        .toArray(Header[]::new);
    }
}
