import { beforeEach, expect, it, vi, afterEach } from "vitest";
import type { Player } from "../../src/player";
import { SharingControl, type SharingParts } from "../../src/sharing/control";
import type { SharingEngine } from "../../src/sharing/engine";
import { Exchange } from "../../src/sharing/exchange";
import { Surroundings } from "../../src/sharing/surroundings";

const device = { globalPrivacyControl: false };
const said = new Map<string, string>();
const store = { getItem: (key: string) => said.get(key) ?? null, setItem: (key: string, value: string) => void said.set(key, value) };
let happened: string[];
let parts: SharingParts;
let control: SharingControl;
let engine: { checks: { checked: number; dropped: number }; exchange: Exchange };

beforeEach(async () => {
  vi.useFakeTimers();
  said.clear();
  device.globalPrivacyControl = false;
  happened = [];
  const element = (): object => ({ hidden: true, textContent: "", dataset: {} });
  parts = { box: element(), toggle: element(), why: element(), figures: element() } as unknown as SharingParts;
  engine = Object.assign(
    { checks: { checked: 0, dropped: 0 }, exchange: new Exchange(), make: () => undefined },
    Object.fromEntries(["stop", "goOn", "tick"].map((name) => [name, () => happened.push(name)])),
  ) as unknown as typeof engine;
  const player = {
    start: (_at: number, make?: unknown) => happened.push(make === undefined ? "plain" : "shared"),
    restart: () => happened.push("restart"),
  } as unknown as Player;
  control = new SharingControl(parts, player, await Surroundings.of(device, () => undefined), store, {
    able: true,
    byDefault: true,
    load: () => {
      happened.push("load");
      return Promise.resolve(engine as unknown as SharingEngine);
    },
  });
});

afterEach(() => vi.useRealTimers());

async function switched(on: boolean): Promise<void> {
  parts.toggle.checked = on;
  parts.toggle.onchange?.(new Event("change"));
  await vi.advanceTimersByTimeAsync(0);
}

it("shares, and stops and goes on when the viewer says so", async () => {
  await control.begin(0);
  expect(happened).toEqual(["load", "shared"]);
  await switched(false);
  expect(parts.why.textContent).toBe("Off: you switched it off.");
  expect(parts.figures.hidden).toBe(true);
  await switched(true);
  expect(happened).toEqual(["load", "shared", "stop", "goOn"]);
  expect(parts.figures.hidden).toBe(false);
});

it("loads nothing for who does not share, and plays on with sharing when it is switched on", async () => {
  said.set("vireo.sharing", "off");
  await control.begin(0);
  expect(happened).toEqual(["plain"]);
  await switched(true);
  expect(happened).toEqual(["plain", "load", "restart"]);
  expect(said.get("vireo.sharing")).toBe("on");
});

it("says why the switch cannot be moved", async () => {
  device.globalPrivacyControl = true;
  await control.begin(0);
  expect(happened).toEqual(["plain"]);
  expect(parts.toggle.disabled).toBe(true);
  expect(parts.why.textContent).toContain("Global Privacy Control");
});

it("shows the figures every two seconds, also as data", async () => {
  await control.begin(0);
  engine.exchange.got(2_000, "p2p");
  engine.exchange.met("main", "a");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(parts.figures.dataset).toMatchObject({ peers: "1", peerBytes: "2000", httpBytes: "0", givenBytes: "0" });
  expect(parts.figures.textContent).toContain("2 kB from peers");
});

it("takes nothing from peers any more when they sent wrong segments five times", async () => {
  await control.begin(0);
  engine.checks.dropped = 5;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(happened.at(-1)).toBe("stop");
  expect(parts.why.textContent).toBe("Off: other viewers sent wrong data.");
});
