import { expect, it } from "vitest";
import { Perseverance } from "../../src/sharing/perseverance";

it("gives up only when nothing came for a long time", () => {
  const perseverance = new Perseverance();
  const tries = (count: number): boolean[] => Array.from({ length: count }, () => perseverance.again());
  expect(tries(300).every((again) => again)).toBe(true);
  expect(perseverance.again()).toBe(false);
  perseverance.progressed();
  expect(perseverance.again()).toBe(true);
});

it("tries again although there was no answer at all", () => {
  const retry = new Perseverance().config().fragLoadPolicy.default.errorRetry;
  expect(retry?.shouldRetry?.(retry, 1, false, { url: "", code: 0 }, false)).toBe(true);
});
