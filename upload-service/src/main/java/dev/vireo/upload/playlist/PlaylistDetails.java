package dev.vireo.upload.playlist;

/**
 * What the owner says of a playlist; {@link PlaylistRules#checked} tells whether it may be so.
 *
 * @param displayName 1 to 120 characters
 * @param description 3 to 1,000 characters, or empty
 * @param privacy who may see it
 */
record PlaylistDetails(String displayName, String description, PlaylistPrivacy privacy) {}
