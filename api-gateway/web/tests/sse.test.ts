import { expect, it } from "vitest";
import { EventStreamParser } from "../src/sse";

const STREAM = ': keep-alive\n\nevent: progress\ndata: {"fraction":0.1}\n\nevent: progress\r\ndata: a\r\ndata: b\r\n\r\n';

it("finds the same events wherever the stream is cut", () => {
  for (let cut = 0; cut <= STREAM.length; cut++) {
    const parser = new EventStreamParser();
    const events = [...parser.push(STREAM.slice(0, cut)), ...parser.push(STREAM.slice(cut))];
    expect(events).toEqual([
      { event: "progress", data: '{"fraction":0.1}' },
      { event: "progress", data: "a\nb" },
    ]);
  }
});
