/** What every request passes: instance, caller, limits, problem documents. */
@NullMarked
package dev.vireo.gateway.web;

import org.jspecify.annotations.NullMarked;
