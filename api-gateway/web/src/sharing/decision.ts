/** What is known of the browser, the device and the viewer's will. */
export interface Situation {
  /** Whether the browser has what sharing needs. */
  able: boolean;
  /** Global Privacy Control. */
  privacyAsked: boolean;
  metered: boolean;
  batteryLow: boolean;
  /** Other viewers sent wrong data again and again. */
  deceived: boolean;
  /** Something that sharing needs did not load. */
  broken: boolean;
  /** What the viewer said, now or some other time. */
  choice: "on" | "off" | null;
  /** What holds for who said nothing. */
  byDefault: boolean;
}

export type Reason = "browser" | "privacy" | "metered" | "battery" | "deceived" | "broken" | "viewer" | "default";

export const WORDS: Readonly<Record<Reason, string>> = {
  browser: "Off: this browser cannot share with others, or not at this address.",
  privacy: "Off: your browser asks for privacy (Global Privacy Control).",
  metered: "Off: this connection is metered or saves data.",
  battery: "Off: the battery is low.",
  deceived: "Off: other viewers sent wrong data.",
  broken: "Off: not everything that sharing needs could be loaded.",
  viewer: "Off: you switched it off.",
  default: "Off until you switch it on.",
};

/** Why nothing is shared; null when everything speaks for it. What the device says goes before what the viewer says. */
export function whyNot(now: Situation): Reason | null {
  if (!now.able) {
    return "browser";
  }
  if (now.privacyAsked) {
    return "privacy";
  }
  if (now.metered) {
    return "metered";
  }
  if (now.batteryLow) {
    return "battery";
  }
  if (now.deceived) {
    return "deceived";
  }
  if (now.broken) {
    return "broken";
  }
  if (now.choice === null) {
    return now.byDefault ? null : "default";
  }
  return now.choice === "on" ? null : "viewer";
}

/** Whether the viewer's switch decides; else it is shown, but cannot be moved. */
export function mayChoose(reason: Reason | null): boolean {
  return reason === null || reason === "viewer" || reason === "default";
}
