package dev.vireo.upload.caption;

/**
 * Words that are shown for a while.
 *
 * @param startMillis when it appears
 * @param endMillis when it disappears, after its start
 * @param markup WebVTT cue text: escaped, with no other tags than b, i and u
 * @param text the same in one line, without tags
 */
record Cue(long startMillis, long endMillis, String markup, String text) {}
