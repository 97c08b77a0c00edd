import { expect, it } from "vitest";
import { EarlyFiles } from "../../src/sharing/early-files";

const PLAYLIST = "https://a.example/media/x/1/film-360.m3u8";
const TEXT = `#EXTM3U\n#EXT-X-MAP:URI="film-360.mp4",BYTERANGE="900@0"\n#EXTINF:4,\n#EXT-X-BYTERANGE:10@900\nfilm-360.mp4\n`;

it("keeps playlists and what they begin with", async () => {
  const asked: string[] = [];
  const files = new EarlyFiles(async (url, init) => {
    const range = new Headers(init?.headers).get("Range");
    asked.push(`${url} ${range}`);
    return range === null ? new Response(TEXT) : new Response(new Uint8Array(900), { status: 206 });
  });
  await files.keep([PLAYLIST]);
  expect(asked).toEqual([`${PLAYLIST} null`, "https://a.example/media/x/1/film-360.mp4 bytes=0-899"]);
  expect(files.get(PLAYLIST)).toBe(TEXT);
  const section = files.get("https://a.example/media/x/1/film-360.mp4", 0, 900);
  expect((section as ArrayBuffer).byteLength).toBe(900);
  expect(files.get("https://a.example/media/x/1/film-360.mp4", 900, 910)).toBeUndefined();
});

it("goes on when something does not come", async () => {
  const files = new EarlyFiles(async (url) => (url === PLAYLIST ? new Response("", { status: 503 }) : new Response("#EXTM3U")));
  await files.keep([PLAYLIST, "https://a.example/other.m3u8"]);
  expect(files.get(PLAYLIST)).toBeUndefined();
  expect(files.get("https://a.example/other.m3u8")).toBe("#EXTM3U");
});
