import { expect, it } from "vitest";
import { hurriedSeconds } from "../../src/sharing/demand";

it("hurries less while peers are there or looked for", () => {
  expect(hurriedSeconds(0, 0)).toBe(6);
  expect(hurriedSeconds(0, 60)).toBe(15);
  expect(hurriedSeconds(1, 60)).toBe(6);
});
