const MOST = 1_000;
const HEX_DIGITS = 2;

/**
 * Peers of this page that sent wrong bytes; the oldest is forgotten for one too many. They are called as the player's engine
 * calls them: a viewer has another id for each stream, and for each page that it opens.
 */
export class BannedPeers {
  private readonly ids = new Set<string>();
  private readonly suspected = new Set<string>();

  /** A wrong segment came from these: one alone is banned; of several, who is among such for the second time. */
  blame(peers: ReadonlySet<string>): void {
    for (const peer of peers) {
      if (peers.size === 1 || this.suspected.has(peer)) {
        this.ban(peer);
      } else if (this.suspected.size < MOST) {
        this.suspected.add(peer);
      }
    }
  }

  private ban(id: string): void {
    const [oldest] = this.ids;
    if (this.ids.size >= MOST && oldest !== undefined) {
      this.ids.delete(oldest);
    }
    this.ids.add(id);
  }

  /** Whether the peer of that id, in hexadecimal digits as the tracker's client has it, is banned. */
  holds(hexId: string): boolean {
    return this.ids.size > 0 && this.ids.has(decoded(hexId));
  }

  /** Hangs up on a banned peer that the tracker's client met, an event `peer`; true when it did. */
  turnsAway(event: string, peer: unknown): boolean {
    if (event !== "peer" || !isConnection(peer) || !this.holds(peer.id)) {
      return false;
    }
    peer.destroy();
    return true;
  }

  get size(): number {
    return this.ids.size;
  }
}

function isConnection(peer: unknown): peer is { id: string; destroy(): void } {
  return typeof peer === "object" && peer !== null && "id" in peer && typeof peer.id === "string" && "destroy" in peer;
}

/** The engine reads ids as UTF-8, whatever they are. */
function decoded(hex: string): string {
  const digits = hex.match(new RegExp(`.{${HEX_DIGITS}}`, "g")) ?? [];
  return new TextDecoder().decode(Uint8Array.from(digits, (pair) => Number.parseInt(pair, 16)));
}

/** Those of this page, whichever video it shows. */
export const bannedPeers = new BannedPeers();
