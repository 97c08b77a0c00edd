/** PeerTube's sign-in, passed on to the instance's realm. */
@NullMarked
package dev.vireo.gateway.auth;

import org.jspecify.annotations.NullMarked;
