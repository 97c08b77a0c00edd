const MAP = /#EXT-X-MAP:URI="([^"]+)",BYTERANGE="(\d+)@(\d+)"/;

/**
 * Files that are fetched before they are needed: playlists and initialization sections of all qualities, so that a player
 * whose server goes away can still go to another quality that its peers have. They come from nobody else.
 */
export class EarlyFiles {
  private readonly kept = new Map<string, string | ArrayBuffer>();

  constructor(private readonly fetched: (url: string, init?: RequestInit) => Promise<Response> = (url, init) => fetch(url, init)) {}

  /** Fetches media playlists and what they begin with; what does not come is fetched when it is needed. */
  async keep(playlists: readonly string[]): Promise<void> {
    for (const url of playlists) {
      await this.keepOne(url).catch(() => undefined);
    }
  }

  /** What is kept of that address; `end` is the first byte that is not wanted any more. */
  get(url: string, start?: number, end?: number): string | ArrayBuffer | undefined {
    const found = this.kept.get(key(url, start, end));
    // Who gets bytes may give them away.
    return found instanceof ArrayBuffer ? found.slice(0) : found;
  }

  private async keepOne(url: string): Promise<void> {
    const text = await (await this.ok(url)).text();
    this.kept.set(key(url), text);
    const map = MAP.exec(text);
    if (map !== null) {
      const file = new URL(map[1] ?? "", url).href;
      const start = Number(map[3]);
      const end = start + Number(map[2]);
      const section = await this.ok(file, { headers: { Range: `bytes=${start}-${end - 1}` } });
      this.kept.set(key(file, start, end), await section.arrayBuffer());
    }
  }

  private async ok(url: string, init?: RequestInit): Promise<Response> {
    const answer = await this.fetched(url, init);
    if (!answer.ok) {
      throw new Error(`${url} answered ${answer.status}`);
    }
    return answer;
  }
}

function key(url: string, start?: number, end?: number): string {
  return end === undefined ? url : `${url} ${start}-${end}`;
}
