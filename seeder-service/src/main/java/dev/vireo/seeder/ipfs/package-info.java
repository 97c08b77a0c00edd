/**
 * IPFS without input and output: content identifiers, UnixFS files and directories, CAR archives. Pure: bytes in, bytes and
 * blocks out (specs.ipfs.tech, IPIP-499).
 */
@NullMarked
package dev.vireo.seeder.ipfs;

import org.jspecify.annotations.NullMarked;
