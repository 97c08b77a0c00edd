/** Captions: files in WebVTT or SubRip, kept as WebVTT, and their words for whoever looks for them. */
@NullMarked
package dev.vireo.upload.caption;

import org.jspecify.annotations.NullMarked;
