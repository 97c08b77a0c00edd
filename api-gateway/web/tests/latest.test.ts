import { expect, it } from "vitest";
import { Latest } from "../src/latest";

it("knows the last who began, though it is for the same thing", () => {
  const begun = new Latest();
  const first = begun.next();
  expect(first()).toBe(true);
  const second = begun.next();
  expect([first(), second()]).toEqual([false, true]);
});
