import { expect, it } from "vitest";
import { Surroundings, type Device } from "../../src/sharing/surroundings";

class Thing extends EventTarget {
  constructor(values: object) {
    super();
    Object.assign(this, values);
  }
}

function device(values: object): Device {
  return values as Device;
}

it("speaks for sharing where a browser tells nothing", async () => {
  const silent = await Surroundings.of(device({}), () => undefined);
  expect([silent.privacyAsked, silent.metered, silent.batteryLow]).toEqual([false, false, false]);
  const refusing = device({ getBattery: () => Promise.reject(new Error("not allowed")) });
  expect((await Surroundings.of(refusing, () => undefined)).batteryLow).toBe(false);
});

it("sees privacy, saved data and cellular lines", async () => {
  const now = (values: object): Promise<Surroundings> => Surroundings.of(device(values), () => undefined);
  expect((await now({ globalPrivacyControl: true })).privacyAsked).toBe(true);
  expect((await now({ connection: new Thing({ saveData: true }) })).metered).toBe(true);
  expect((await now({ connection: new Thing({ type: "cellular" }) })).metered).toBe(true);
  expect((await now({ connection: new Thing({ type: "wifi", saveData: false }) })).metered).toBe(false);
});

it("tells when the battery becomes low, and when it is charged", async () => {
  const battery = new Thing({ charging: false, level: 0.5 }) as Thing & { charging: boolean; level: number };
  let told = 0;
  const found = await Surroundings.of(device({ getBattery: () => Promise.resolve(battery) }), () => told++);
  expect(found.batteryLow).toBe(false);
  battery.level = 0.2;
  battery.dispatchEvent(new Event("levelchange"));
  expect([found.batteryLow, told]).toEqual([true, 1]);
  battery.charging = true;
  battery.dispatchEvent(new Event("chargingchange"));
  expect([found.batteryLow, told]).toEqual([false, 2]);
});
