import type { PlaylistElement } from "./types";

/** What PeerTube's types of elements mean to a viewer; of 0 the video is there. */
const HIDDEN: Record<number, string> = { 1: "Deleted video", 2: "Private video", 3: "Not available yet" };

/** What stands for a video that this person does not see. */
export function hiddenName(element: PlaylistElement): string {
  return HIDDEN[element.type] ?? "Not available";
}

/** The next element with a video in that direction, beginning with `from` itself; null when there is none. */
export function nearest(elements: readonly PlaylistElement[], from: number, step: 1 | -1): number | null {
  for (let at = from; at >= 0 && at < elements.length; at += step) {
    if (elements[at]?.video) {
      return at;
    }
  }
  return null;
}

/** The element that an address asks for by PeerTube's `playlistPosition`; the first one otherwise. */
export function positionOf(query: string): number {
  const asked = Number(new URLSearchParams(query).get("playlistPosition"));
  return Number.isInteger(asked) && asked > 0 ? asked - 1 : 0;
}

/** Whether the part of the video that the owner chose is over. */
export function isOver(element: PlaylistElement, seconds: number): boolean {
  return element.stopTimestamp !== null && seconds >= element.stopTimestamp;
}
