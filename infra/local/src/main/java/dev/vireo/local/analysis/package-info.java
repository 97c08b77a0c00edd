/** A plugin of Elasticsearch: the analysis that its small distribution lacks, from Lucene under the product's names. */
@NullMarked
package dev.vireo.local.analysis;

import org.jspecify.annotations.NullMarked;
