import { describe, expect, it } from "vitest";
import { bytes, count, duration, highlighted, line, percent, safeNext, said, startOf, stateLine, titleOf } from "../src/format";
import type { Progress } from "../src/types";

const progress = (over: Partial<Progress>): Progress => ({
  videoId: "v",
  stage: "encoding",
  fraction: 0,
  playable: false,
  failureReason: null,
  retryable: false,
  ...over,
});

describe("format", () => {
  it("writes lengths as players do", () => {
    expect([duration(5), duration(65), duration(3723), duration(0), duration(Number.NaN)]).toEqual(["0:05", "1:05", "1:02:03", "", ""]);
  });

  it("reads where to begin", () => {
    const starts = ["?start=83", "?start=1m23s", "?start=1h2m3s", "?start=2h", "?start=83s", "", "?start=", "?start=-5", "?start=1s2m", "?start=x"];
    expect(starts.map(startOf)).toEqual([83, 83, 3723, 7200, 83, 0, 0, 0, 0, 0]);
  });

  it("writes sizes in decimal units", () => {
    expect([bytes(0), bytes(999), bytes(1500), bytes(61_000_000), bytes(1e13)]).toEqual(["0 B", "999 B", "1.5 kB", "61 MB", "10 TB"]);
  });

  it("says 100 per cent only when all is done", () => {
    expect([percent(0.999), percent(1), percent(-1), percent(Number.NaN)]).toEqual(["99 %", "100 %", "0 %", "0 %"]);
  });

  it("tells each state in a line", () => {
    const waiting = { state: { id: 2, label: "To transcode" } };
    expect(stateLine(waiting)).toBe("Waiting to be encoded");
    expect(stateLine(waiting, progress({ fraction: 0.5, playable: true }))).toBe("Watchable, encoding 50 %");
    expect(stateLine(waiting, progress({ stage: "failed", failureReason: "Not a video." }))).toBe("Failed: Not a video.");
    expect(stateLine({ state: { id: 7, label: "" }, failureReason: "Too large." })).toBe("Failed: Too large.");
    expect(stateLine({ state: { id: 1, label: "Published" } })).toBe("Published");
  });

  it("tells what the owner said, and nothing of what was not said", () => {
    const unknown = { id: null, label: "Unknown" };
    expect(said({ category: unknown, language: unknown, licence: unknown })).toEqual([]);
    expect(said({ category: { id: 1, label: "Music" }, language: { id: "de", label: "German" }, licence: unknown })).toEqual([
      ["Category", "Music"],
      ["Language", "German"],
    ]);
    expect(line(count(1, "view", "views"), "", count(0, "video", "videos"))).toBe("1 view · 0 videos");
  });

  it("makes a title the server accepts from any file name", () => {
    expect(titleOf("my_holiday film.MP4")).toBe("my holiday film");
    expect(titleOf("a.mp4").length).toBeGreaterThanOrEqual(3);
    expect([...titleOf("🎬".repeat(200))].length).toBe(120);
  });

  it("goes only to watch pages after signing in", () => {
    expect(safeNext("/w/vbuXB3n1SuQ6C6CpudRNJ1")).toBe("/w/vbuXB3n1SuQ6C6CpudRNJ1");
    expect([safeNext("//evil.example/w/vbuXB3n1SuQ6C6CpudRNJ1"), safeNext("javascript:alert(1)"), safeNext(null)]).toEqual([null, null, null]);
  });

  it("marks what was found and leaves other markup a text", () => {
    expect(highlighted("A &lt;b&gt; <em>cat&#x27;s</em> &amp;amp; <b>tail</b> &bogus;")).toEqual([
      { text: "A <b> ", found: false },
      { text: "cat's", found: true },
      { text: " &amp; <b>tail</b> &bogus;", found: false },
    ]);
    expect(highlighted("")).toEqual([]);
  });
});
