const PUBLISHED =
  /^https?:\/\/[^/]+\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([1-9]\d{0,5})\/[^/?#]+\.m3u8$/;

/**
 * Swarm id of the version that a multivariant playlist is of, `{videoId}/{version}`: the tracker knows these alone. Null
 * for playlists that still grow, and for signed ones, whose videos are not for everybody.
 */
export function swarmOf(playlistUrl: string): string | null {
  const form = PUBLISHED.exec(playlistUrl);
  return form === null ? null : `${form[1]}/${form[2]}`;
}

/** The trackers that a page can talk to: browsers have only sockets for it, and pages of https only encrypted ones. */
export function socketTrackers(trackerUrls: readonly string[], pageProtocol: string): string[] {
  const form = pageProtocol === "https:" ? /^wss:\/\// : /^wss?:\/\//;
  return trackerUrls.filter((url) => form.test(url));
}
