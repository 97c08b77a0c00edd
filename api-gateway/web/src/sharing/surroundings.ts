/** Of the Network Information API. */
interface Connection extends EventTarget {
  readonly saveData?: boolean;
  readonly type?: string;
}

/** Of the Battery Status API. */
interface Battery extends EventTarget {
  readonly charging: boolean;
  readonly level: number;
}

/** What of `navigator` is looked at; not every browser has all of it, and what is missing speaks for sharing. */
export interface Device {
  readonly globalPrivacyControl?: boolean;
  readonly connection?: Connection;
  getBattery?(): Promise<Battery>;
}

const LOW = 0.2;

/** Looks at what may speak against sharing, and tells when it changes. */
export class Surroundings {
  private battery: Battery | null = null;

  private constructor(private readonly device: Device) {}

  static async of(device: Device, changed: () => void): Promise<Surroundings> {
    const found = new Surroundings(device);
    device.connection?.addEventListener("change", changed);
    // A browser may have it and still not tell.
    found.battery = (await device.getBattery?.().catch(() => null)) ?? null;
    found.battery?.addEventListener("levelchange", changed);
    found.battery?.addEventListener("chargingchange", changed);
    return found;
  }

  get privacyAsked(): boolean {
    return this.device.globalPrivacyControl === true;
  }

  get metered(): boolean {
    return this.device.connection?.saveData === true || this.device.connection?.type === "cellular";
  }

  get batteryLow(): boolean {
    return this.battery !== null && !this.battery.charging && this.battery.level <= LOW;
  }
}
