/**
 * The blocks of IPFS that this deployment has: digests of what lies in the origin, and the nodes above it. Every block is
 * hashed again before it is given out.
 */
@NullMarked
package dev.vireo.seeder.blockstore;

import org.jspecify.annotations.NullMarked;
