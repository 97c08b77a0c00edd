/** Lists, searches and suggestions in PeerTube's shapes, answered from the index. */
@NullMarked
package dev.vireo.gateway.search;

import org.jspecify.annotations.NullMarked;
