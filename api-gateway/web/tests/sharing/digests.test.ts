import { expect, it } from "vitest";
import { Digests } from "../../src/sharing/digests";

const FILE = "0b5c4a3e-720-fragmented.mp4";
const URL_OF_FILE = `https://a.example/media/0b5c4a3e/1/${FILE}`;
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const DEF = "cb8379ac2098aa165029e3938a51da0bcecfc008fd6795f401178647f96c5b34";
const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;

it("knows the right bytes of a range", async () => {
  const digests = Digests.of({ [FILE]: { "100-102": ABC, "103-105": DEF } });
  expect(digests.size).toBe(2);
  expect(await digests.holds(URL_OF_FILE, { start: 100, end: 102 }, bytes("abc"))).toBe(true);
  expect(await digests.holds(`${URL_OF_FILE}?a=/b`, { start: 103, end: 105 }, bytes("def"))).toBe(true);
  expect(await digests.holds(URL_OF_FILE, { start: 103, end: 105 }, bytes("dEf"))).toBe(false);
});

it("says nothing of what it does not know", async () => {
  const digests = Digests.of({ [FILE]: { "100-102": ABC } });
  expect(await digests.holds(URL_OF_FILE, { start: 100, end: 103 }, bytes("abc"))).toBeNull();
  expect(await digests.holds(URL_OF_FILE, undefined, bytes("abc"))).toBeNull();
  expect(await digests.holds("https://a.example/other.mp4", { start: 100, end: 102 }, bytes("abc"))).toBeNull();
});

it("leaves out what is no digest", () => {
  expect(Digests.of(null).size).toBe(0);
  expect(Digests.of({ a: null, b: "c", d: { "0-1": 7, "2-3": "abc", "4-5": ABC.toUpperCase() } }).size).toBe(0);
});
