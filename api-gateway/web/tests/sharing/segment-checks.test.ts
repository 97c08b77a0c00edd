import { expect, it } from "vitest";
import { BannedPeers } from "../../src/sharing/banned-peers";
import { Digests } from "../../src/sharing/digests";
import { SegmentChecks } from "../../src/sharing/segment-checks";

const URL_OF_FILE = "https://a.example/media/x/1/film.mp4";
const KNOWN = { start: 0, end: 2 };
const UNKNOWN = { start: 3, end: 5 };
const RIGHT = new TextEncoder().encode("abc").buffer as ArrayBuffer;
const WRONG = new TextEncoder().encode("abd").buffer as ArrayBuffer;

const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

function checks(banned = new BannedPeers()): SegmentChecks {
  return new SegmentChecks(Digests.of({ "film.mp4": { "0-2": ABC } }), banned);
}

it("takes from peers only what has the right digest", async () => {
  const all = checks();
  expect(await all.ofPeer(URL_OF_FILE, KNOWN, RIGHT)).toBe(true);
  expect(await all.ofPeer(URL_OF_FILE, KNOWN, WRONG)).toBe(false);
  expect(await all.ofPeer(URL_OF_FILE, UNKNOWN, RIGHT)).toBe(false);
  expect([all.checked, all.dropped]).toEqual([1, 2]);
});

it("takes what the server sends without a digest, unless a peer began it", async () => {
  const all = checks();
  expect(await all.ofServer(URL_OF_FILE, UNKNOWN, WRONG)).toBe(true);
  all.begins(URL_OF_FILE, UNKNOWN, "peer");
  expect(await all.ofServer(URL_OF_FILE, UNKNOWN, WRONG)).toBe(false);
  expect(await all.ofServer(URL_OF_FILE, UNKNOWN, WRONG)).toBe(true);
});

it("finds the bytes of a peer in what the server completed", async () => {
  const all = checks();
  all.begins(URL_OF_FILE, KNOWN, "peer");
  expect(await all.ofServer(URL_OF_FILE, KNOWN, WRONG)).toBe(false);
  expect([all.checked, all.dropped]).toEqual([0, 1]);
  expect(await all.ofServer(URL_OF_FILE, KNOWN, RIGHT)).toBe(true);
});

it("does not blame peers for what the server sent alone", async () => {
  const all = checks();
  expect(await all.ofServer(URL_OF_FILE, KNOWN, WRONG)).toBe(false);
  expect(all.dropped).toBe(0);
});

it("blames who sent a wrong segment, also one that the server completed", async () => {
  const banned = new BannedPeers();
  const all = checks(banned);
  all.begins(URL_OF_FILE, KNOWN, "one");
  expect(await all.ofPeer(URL_OF_FILE, KNOWN, WRONG)).toBe(false);
  expect(banned.size).toBe(1);
  all.begins(URL_OF_FILE, KNOWN, "two");
  expect(await all.ofServer(URL_OF_FILE, KNOWN, WRONG)).toBe(false);
  expect(banned.size).toBe(2);
  all.begins(URL_OF_FILE, KNOWN, "three");
  all.begins(URL_OF_FILE, KNOWN, "four");
  expect(await all.ofPeer(URL_OF_FILE, KNOWN, WRONG)).toBe(false);
  expect(banned.size).toBe(2);
  expect(await all.ofPeer(URL_OF_FILE, KNOWN, RIGHT)).toBe(true);
});
