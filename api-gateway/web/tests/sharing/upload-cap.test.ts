import { expect, it } from "vitest";
import { UploadCap } from "../../src/sharing/upload-cap";

it("lets a burst through, then stops until half of it may be given again", () => {
  const cap = new UploadCap(1_000, 0);
  expect(cap.allows(0)).toBe(true);
  cap.gave(5_000);
  expect(cap.allows(0)).toBe(false);
  expect(cap.allows(2_000)).toBe(false);
  expect(cap.allows(2_500)).toBe(true);
});

it("keeps the rate over a long time", () => {
  const cap = new UploadCap(1_000, 0);
  let given = 0;
  for (let second = 0; second < 600; second++) {
    if (cap.allows(second * 1_000)) {
      cap.gave(4_000);
      given += 4_000;
    }
  }
  expect(given / 600).toBeLessThan(1_020);
  expect(given / 600).toBeGreaterThan(950);
});

it("has no limit at a rate of nothing", () => {
  const cap = new UploadCap(0, 0);
  cap.gave(1e12);
  expect(cap.allows(1)).toBe(true);
});
