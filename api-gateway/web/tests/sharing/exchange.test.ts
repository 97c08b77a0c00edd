import { expect, it } from "vitest";
import { Exchange, figuresLine } from "../../src/sharing/exchange";

it("counts bytes by where they came from", () => {
  const exchange = new Exchange();
  exchange.got(10, "http");
  exchange.got(20, "p2p");
  exchange.got(5, "http");
  exchange.gave(7);
  expect(exchange.figures()).toEqual({ peers: 0, httpBytes: 15, peerBytes: 20, givenBytes: 7 });
});

it("counts a viewer once who is a peer for pictures and for sound", () => {
  const exchange = new Exchange();
  exchange.met("main", "a");
  exchange.met("main", "a");
  exchange.met("main", "b");
  exchange.met("secondary", "c");
  expect(exchange.figures().peers).toBe(2);
  exchange.lost("main", "a");
  exchange.lost("main", "a");
  exchange.lost("main", "never met");
  expect(exchange.figures().peers).toBe(1);
  exchange.lostAll();
  expect(exchange.figures().peers).toBe(0);
});

it("says all of it in one line", () => {
  const line = figuresLine({ peers: 1, httpBytes: 1_500_000, peerBytes: 0, givenBytes: 999 });
  expect(line).toBe("1 peer · 0 B from peers · 1.5 MB from the server · 999 B given");
});
