/** The services of the platform as child processes from the jars that production runs. */
@NullMarked
package dev.vireo.local.service;

import org.jspecify.annotations.NullMarked;
