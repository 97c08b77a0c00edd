/** BitTorrent's files and names: bencode, metainfo of versions 1 and 2, hashes, magnet links. Pure: imports the JDK alone. */
@NullMarked
package dev.vireo.seeder.torrent;

import org.jspecify.annotations.NullMarked;
