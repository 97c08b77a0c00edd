/** First and last byte, both in it. */
export interface ByteRange {
  start: number;
  end: number;
}

const SHA_256 = /^[0-9a-f]{64}$/;

/** SHA-256 of each segment of a version, by file and byte range, as the packaging wrote them (`segments-sha256.json`). */
export class Digests {
  private constructor(private readonly known: ReadonlyMap<string, string>) {}

  /** Reads the document; what is no digest of a range is left out. */
  static of(document: unknown): Digests {
    const known = new Map<string, string>();
    for (const [file, ranges] of Object.entries(document ?? {})) {
      for (const [range, digest] of Object.entries((ranges as object | null) ?? {})) {
        if (typeof digest === "string" && SHA_256.test(digest)) {
          known.set(`${file} ${range}`, digest);
        }
      }
    }
    return new Digests(known);
  }

  get size(): number {
    return this.known.size;
  }

  /** Whether these are the bytes of that segment; null when there is no digest of it. */
  async holds(url: string, range: ByteRange | undefined, data: ArrayBuffer): Promise<boolean | null> {
    const digest = range === undefined ? undefined : this.known.get(`${fileOf(url)} ${range.start}-${range.end}`);
    return digest === undefined ? null : hex(await crypto.subtle.digest("SHA-256", data)) === digest;
  }
}

function fileOf(url: string): string {
  const path = url.split(/[?#]/)[0] ?? "";
  return path.slice(path.lastIndexOf("/") + 1);
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
