import { bytes, count, line } from "../format";

/** What went to and fro since the page was opened. */
export interface Figures {
  peers: number;
  httpBytes: number;
  peerBytes: number;
  givenBytes: number;
}

/** Counts bytes and peers. */
export class Exchange {
  httpBytes = 0;
  peerBytes = 0;
  givenBytes = 0;
  private readonly peers = new Map<string, Set<string>>();

  got(count: number, source: "http" | "p2p"): void {
    if (source === "http") {
      this.httpBytes += count;
    } else {
      this.peerBytes += count;
    }
  }

  gave(count: number): void {
    this.givenBytes += count;
  }

  met(stream: string, peer: string): void {
    const known = this.peers.get(stream) ?? new Set<string>();
    this.peers.set(stream, known.add(peer));
  }

  lost(stream: string, peer: string): void {
    this.peers.get(stream)?.delete(peer);
  }

  lostAll(): void {
    this.peers.clear();
  }

  /** Pictures and sound have swarms of their own, so a viewer is a peer in each: the larger one counts. */
  figures(): Figures {
    const peers = Math.max(0, ...[...this.peers.values()].map((known) => known.size));
    return { peers, httpBytes: this.httpBytes, peerBytes: this.peerBytes, givenBytes: this.givenBytes };
  }
}

/** The figures in one line for the viewer. */
export function figuresLine(now: Figures): string {
  return line(
    count(now.peers, "peer", "peers"),
    `${bytes(now.peerBytes)} from peers`,
    `${bytes(now.httpBytes)} from the server`,
    `${bytes(now.givenBytes)} given`,
  );
}
