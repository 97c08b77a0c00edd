/** What runs inside the child process of the S3 server; nothing else of this module may import it. */
@NullMarked
package dev.vireo.local.origin;

import org.jspecify.annotations.NullMarked;
