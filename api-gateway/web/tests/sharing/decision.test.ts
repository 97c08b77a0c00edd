import { expect, it } from "vitest";
import { mayChoose, whyNot, WORDS, type Reason, type Situation } from "../../src/sharing/decision";

const fine: Situation = {
  able: true,
  privacyAsked: false,
  metered: false,
  batteryLow: false,
  deceived: false,
  broken: false,
  choice: null,
  byDefault: true,
};

it("shares by default, and when the viewer wants it", () => {
  expect(whyNot(fine)).toBeNull();
  expect(whyNot({ ...fine, choice: "on", byDefault: false })).toBeNull();
});

it("does what the viewer said, else what the instance says", () => {
  expect(whyNot({ ...fine, choice: "off" })).toBe("viewer");
  expect(whyNot({ ...fine, byDefault: false })).toBe("default");
});

it("never shares against browser, privacy, connection, battery or experience, whatever the viewer said", () => {
  const against: [Partial<Situation>, Reason][] = [
    [{ able: false }, "browser"],
    [{ privacyAsked: true }, "privacy"],
    [{ metered: true }, "metered"],
    [{ batteryLow: true }, "battery"],
    [{ deceived: true }, "deceived"],
    [{ broken: true }, "broken"],
  ];
  for (const [change, reason] of against) {
    expect(whyNot({ ...fine, ...change, choice: "on" })).toBe(reason);
    expect(mayChoose(reason)).toBe(false);
    expect(WORDS[reason]).toMatch(/^Off: /);
  }
});

it("lets the switch be moved when only the viewer's will counts", () => {
  expect([null, "viewer", "default"].map((reason) => mayChoose(reason as Reason | null))).toEqual([true, true, true]);
});
