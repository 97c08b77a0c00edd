/**
 * IPFS without input and output: content identifiers, blocks, nodes of links, CAR archives. Pure: bytes in, bytes and blocks
 * out (specs.ipfs.tech, ipld.io/specs).
 */
@NullMarked
package dev.vireo.seeder.ipfs;

import org.jspecify.annotations.NullMarked;
