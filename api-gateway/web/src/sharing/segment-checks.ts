import type { BannedPeers } from "./banned-peers";
import type { ByteRange, Digests } from "./digests";

/**
 * Says which segments are right, and who is to blame for the others. A segment that an HTTP request completed is checked
 * too: its first bytes may have come from a peer whose request was given up.
 */
export class SegmentChecks {
  /** Segments whose digest was right. */
  checked = 0;
  /** Segments of peers that were thrown away. */
  dropped = 0;
  private readonly begunBy = new Map<string, Set<string>>();

  constructor(
    private readonly digests: Digests,
    private readonly banned: BannedPeers,
  ) {}

  /** A peer begins to send a segment, or goes on with it. */
  begins(url: string, range: ByteRange | undefined, peer: string): void {
    const name = key(url, range);
    this.begunBy.set(name, (this.begunBy.get(name) ?? new Set()).add(peer));
  }

  /** Whether what a peer completed may be used: nothing without a digest. */
  readonly ofPeer = async (url: string, range: ByteRange | undefined, data: ArrayBuffer): Promise<boolean> => {
    const right = (await this.digests.holds(url, range, data)) === true;
    this.count(right, this.taken(url, range));
    return right;
  };

  /** Whether what HTTP completed may be used: without a digest only when no peer had a hand in it. */
  readonly ofServer = async (url: string, range: ByteRange | undefined, data: ArrayBuffer): Promise<boolean> => {
    const holds = await this.digests.holds(url, range, data);
    const peers = this.taken(url, range);
    if (holds === null) {
      return peers.size === 0;
    }
    if (holds || peers.size > 0) {
      this.count(holds, peers);
    }
    return holds;
  };

  /** Who had a hand in a segment. The next try begins with nothing. */
  private taken(url: string, range: ByteRange | undefined): Set<string> {
    const name = key(url, range);
    const peers = this.begunBy.get(name) ?? new Set();
    this.begunBy.delete(name);
    return peers;
  }

  private count(right: boolean, peers: Set<string>): void {
    if (right) {
      this.checked++;
    } else {
      this.dropped++;
      this.banned.blame(peers);
    }
  }
}

function key(url: string, range: ByteRange | undefined): string {
  return `${url} ${range?.start}-${range?.end}`;
}
