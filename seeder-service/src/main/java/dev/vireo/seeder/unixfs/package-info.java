/** Files and directories as blocks of IPFS (specs.ipfs.tech/unixfs, IPIP-499): import, walks, paths. Pure. */
@NullMarked
package dev.vireo.seeder.unixfs;

import org.jspecify.annotations.NullMarked;
