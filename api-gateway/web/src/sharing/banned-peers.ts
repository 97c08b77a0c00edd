const MOST = 1_000;
const HEX_DIGITS = 2;

/** Peers of this page that sent wrong bytes; the oldest is forgotten for one too many. */
export class BannedPeers {
  private readonly ids = new Set<string>();

  /** Bans a peer, called as the player's engine calls it. */
  ban(id: string): void {
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

  get size(): number {
    return this.ids.size;
  }
}

/** The engine reads ids as UTF-8, whatever they are. */
function decoded(hex: string): string {
  const digits = hex.match(new RegExp(`.{${HEX_DIGITS}}`, "g")) ?? [];
  return new TextDecoder().decode(Uint8Array.from(digits, (pair) => Number.parseInt(pair, 16)));
}

/** Those of this page, whichever video it shows. */
export const bannedPeers = new BannedPeers();
