import { expect, it } from "vitest";
import { BannedPeers } from "../../src/sharing/banned-peers";

const hex = (text: string): string => [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

it("knows a banned peer by its id in hexadecimal digits", () => {
  const banned = new BannedPeers();
  banned.blame(new Set(["-PM0203-00000000000a"]));
  expect(banned.holds(hex("-PM0203-00000000000a"))).toBe(true);
  expect(banned.holds(hex("-PM0203-00000000000b"))).toBe(false);
  expect(banned.holds("")).toBe(false);
});

it("knows one whose id is no text", () => {
  const banned = new BannedPeers();
  banned.blame(new Set([new TextDecoder().decode(Uint8Array.of(0xff, 0x41))]));
  expect(banned.holds("ff41")).toBe(true);
});

it("forgets the oldest of too many", () => {
  const banned = new BannedPeers();
  for (let number = 0; number <= 1_000; number++) {
    banned.blame(new Set([`peer ${number}`]));
  }
  expect(banned.size).toBe(1_000);
  expect(banned.holds(hex("peer 0"))).toBe(false);
  expect(banned.holds(hex("peer 1000"))).toBe(true);
});

it("bans of several who are suspected twice", () => {
  const banned = new BannedPeers();
  banned.blame(new Set(["bad", "good"]));
  expect(banned.size).toBe(0);
  banned.blame(new Set(["bad", "another"]));
  expect(banned.holds(hex("bad"))).toBe(true);
  expect(banned.holds(hex("good"))).toBe(false);
  expect(banned.holds(hex("another"))).toBe(false);
});

it("hangs up on banned peers and on nobody else", () => {
  const banned = new BannedPeers();
  banned.blame(new Set(["bad"]));
  const destroyed: string[] = [];
  const peer = (name: string) => ({ id: hex(name), destroy: () => destroyed.push(name) });
  expect(banned.turnsAway("peer", peer("bad"))).toBe(true);
  expect(banned.turnsAway("peer", peer("good"))).toBe(false);
  expect(banned.turnsAway("update", peer("bad"))).toBe(false);
  expect(banned.turnsAway("peer", undefined)).toBe(false);
  expect(destroyed).toEqual(["bad"]);
});
