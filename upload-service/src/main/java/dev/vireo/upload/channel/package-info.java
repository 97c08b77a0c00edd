/** Accounts and channels: who owns videos, and where they are. */
@NullMarked
package dev.vireo.upload.channel;

import org.jspecify.annotations.NullMarked;
