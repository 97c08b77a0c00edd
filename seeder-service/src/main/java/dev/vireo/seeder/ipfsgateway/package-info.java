/**
 * Blocks over HTTP (specs.ipfs.tech/http-gateways): blocks and archives for those who check them, files and directories for
 * those who trust us.
 */
@NullMarked
package dev.vireo.seeder.ipfsgateway;

import org.jspecify.annotations.NullMarked;
