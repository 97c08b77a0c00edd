import { STATE, type Progress, type VideoDetails, type VideoSummary } from "./types";

const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** `1:02:03`, `4:05`; an unknown length is an empty text. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds <= 0) {
    return "";
  }
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** The day of a time as the reader writes days; nothing is an empty text. */
export function day(time: string | null): string {
  return time === null ? "" : new Date(time).toLocaleDateString();
}

/** What is known, in one line. */
export function line(...facts: string[]): string {
  return facts.filter((fact) => fact !== "").join(" · ");
}

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`;
}

/** What the owner says of a video, by name; without what was not said. */
export function said(video: Pick<VideoDetails, "category" | "language" | "licence">): [string, string][] {
  return [
    ["Category", video.category] as const,
    ["Language", video.language] as const,
    ["Licence", video.licence] as const,
  ].flatMap(([name, value]) => (value.id === null ? [] : [[name, value.label]]));
}

/** Decimal units with at most one digit after the point. */
export function bytes(count: number): string {
  let value = Math.max(0, count);
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const text = unit === 0 || value >= 100 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
  return `${text} ${UNITS[unit]}`;
}

/** Whole per cent, 100 only for what is complete. */
export function percent(fraction: number): string {
  const bounded = Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0));
  return `${bounded === 1 ? 100 : Math.min(99, Math.round(bounded * 100))} %`;
}

/** One line that says how far a video is. */
export function stateLine(video: Pick<VideoSummary, "state" | "failureReason">, progress?: Progress): string {
  if (progress?.stage === "failed" || video.state.id === STATE.failed) {
    const reason = progress?.failureReason ?? video.failureReason;
    return reason ? `Failed: ${reason}` : "Transcoding failed";
  }
  if (progress?.stage === "completed" || video.state.id === STATE.published) {
    return "Published";
  }
  switch (progress?.stage) {
    case "encoding":
      return `${progress.playable ? "Watchable, encoding" : "Encoding"} ${percent(progress.fraction)}`;
    case "packaging":
      return "Almost done";
    case "cancelled":
      return "Cancelled";
    default:
      return "Waiting to be encoded";
  }
}

/** The second that an address asks to begin at, as 83 or in PeerTube's words as 1m23s; else the beginning. */
export function startOf(query: string): number {
  const form = /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,7})s?)?$/.exec(new URLSearchParams(query).get("start") ?? "");
  return form === null ? 0 : Number(form[1] ?? 0) * 3_600 + Number(form[2] ?? 0) * 60 + Number(form[3] ?? 0);
}

/** A title from a file's name: without its ending, at least 3 and at most 120 characters. */
export function titleOf(filename: string): string {
  const bare = filename.replace(/\.[^.]{1,8}$/, "").replace(/[_\s]+/g, " ").trim();
  const long = bare.length >= 3 ? bare : `Video ${bare}`.trim();
  return [...long].slice(0, 120).join("");
}

/** Only a path of our own watch pages may be gone to after signing in. */
export function safeNext(next: string | null): string | null {
  return next !== null && /^\/w\/[1-9A-Za-z-]{22,36}$/.test(next) ? next : null;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'", "#x2F": "/" };

/** The pieces of a text that came HTML-escaped with `em` around what was found; any other markup stays text. */
export function highlighted(html: string): { text: string; found: boolean }[] {
  let found = false;
  const pieces: { text: string; found: boolean }[] = [];
  for (const part of html.split(/(<\/?em>)/)) {
    if (part === "<em>" || part === "</em>") {
      found = part === "<em>";
    } else if (part !== "") {
      pieces.push({ text: part.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole), found });
    }
  }
  return pieces;
}
