package dev.vireo.testkit;

/** A running Elasticsearch that all tests of this JVM share, by the address of its REST API: name indices apart. */
public record TestElasticsearch(String address) {}
