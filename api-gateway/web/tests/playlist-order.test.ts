import { expect, it } from "vitest";
import { hiddenName, isOver, nearest, positionOf } from "../src/playlist-order";
import type { ListedVideo, PlaylistElement } from "../src/types";

function made(types: number[]): PlaylistElement[] {
  return types.map((type, at) => ({
    id: String(at),
    position: at + 1,
    startTimestamp: null,
    stopTimestamp: at === 0 ? 5 : null,
    type,
    video: type === 0 ? ({} as ListedVideo) : null,
  }));
}

const elements = made([0, 2, 1, 0, 3]);

it("passes over what is hidden, in both directions", () => {
  expect(nearest(elements, 0, 1)).toBe(0);
  expect(nearest(elements, 1, 1)).toBe(3);
  expect(nearest(elements, 4, 1)).toBeNull();
  expect(nearest(elements, 2, -1)).toBe(0);
  expect(nearest(elements, -1, -1)).toBeNull();
  expect(nearest([], 0, 1)).toBeNull();
});

it("says why a video is not shown", () => {
  expect(elements.slice(1, 3).map(hiddenName)).toEqual(["Private video", "Deleted video"]);
  expect(hiddenName({ ...elements[1]!, type: 9 })).toBe("Not available");
});

it("begins where the address says", () => {
  expect(positionOf("?playlistPosition=3")).toBe(2);
  for (const other of ["", "?playlistPosition=0", "?playlistPosition=x", "?playlistPosition=1.5"]) {
    expect(positionOf(other)).toBe(0);
  }
});

it("ends where the owner chose", () => {
  expect(isOver(elements[0]!, 4.9)).toBe(false);
  expect(isOver(elements[0]!, 5)).toBe(true);
  expect(isOver(elements[3]!, 500)).toBe(false);
});
