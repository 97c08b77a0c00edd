package dev.vireo.search.discover;

/**
 * A checked question for a page of videos that are like one.
 *
 * @param video UUID of that one
 * @param start how many to leave out
 * @param count how many at most
 * @param total whether all are counted
 */
record RelatedPage(String video, int start, int count, boolean total) {}
