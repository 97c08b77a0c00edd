package dev.vireo.example.bad;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

/** Breaks R4-elasticsearch. */
record SearchesDocuments(ElasticsearchClient client) {}
