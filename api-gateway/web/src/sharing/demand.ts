const ALONE = 15;
const WITH_PEERS = 6;
const LOOKING_SECONDS = 6;

/**
 * How many seconds ahead of the picture segments come over HTTP without waiting for a peer: few while there are peers, or
 * may be soon, because what is fetched in a hurry is not fetched from them.
 */
export function hurriedSeconds(peers: number, secondsSinceStart: number): number {
  return peers > 0 || secondsSinceStart < LOOKING_SECONDS ? WITH_PEERS : ALONE;
}
