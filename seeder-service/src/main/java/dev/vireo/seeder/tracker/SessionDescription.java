package dev.vireo.seeder.tracker;

/**
 * What a browser offers to another one, or answers.
 *
 * @param id how the offer is called, 20 bytes as characters
 * @param sdp what WebRTC needs of it
 */
public record SessionDescription(String id, String sdp) {}
