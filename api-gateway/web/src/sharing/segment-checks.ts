import type { ByteRange, Digests } from "./digests";

/**
 * Says which segments are right. A segment that an HTTP request completed is checked too: its first bytes may have come
 * from a peer whose request was given up.
 */
export class SegmentChecks {
  /** Segments whose digest was right. */
  checked = 0;
  /** Segments of peers that were thrown away. */
  dropped = 0;
  private readonly begunByPeers = new Set<string>();

  constructor(private readonly digests: Digests) {}

  /** A peer begins to send a segment. */
  begins(url: string, range: ByteRange | undefined): void {
    this.begunByPeers.add(key(url, range));
  }

  /** Whether what a peer completed may be used: nothing without a digest. */
  readonly ofPeer = async (url: string, range: ByteRange | undefined, data: ArrayBuffer): Promise<boolean> => {
    const right = (await this.digests.holds(url, range, data)) === true;
    this.begunByPeers.delete(key(url, range));
    this.count(right);
    return right;
  };

  /** Whether what HTTP completed may be used: without a digest only when no peer had a hand in it. */
  readonly ofServer = async (url: string, range: ByteRange | undefined, data: ArrayBuffer): Promise<boolean> => {
    const holds = await this.digests.holds(url, range, data);
    const mixed = this.begunByPeers.has(key(url, range));
    // The next try begins with nothing.
    this.begunByPeers.delete(key(url, range));
    if (holds === null) {
      return !mixed;
    }
    if (holds || mixed) {
      this.count(holds);
    }
    return holds;
  };

  private count(right: boolean): void {
    if (right) {
      this.checked++;
    } else {
      this.dropped++;
    }
  }
}

function key(url: string, range: ByteRange | undefined): string {
  return `${url} ${range?.start}-${range?.end}`;
}
