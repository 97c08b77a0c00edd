/** PeerTube's REST API over the services' gRPC. */
@NullMarked
package dev.vireo.gateway.rest;

import org.jspecify.annotations.NullMarked;
