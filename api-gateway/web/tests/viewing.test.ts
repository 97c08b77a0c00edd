import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tellViewing, type ViewEvent } from "../src/viewing";

class Screen extends EventTarget {
  currentTime = 0;
  ended = false;

  happens(...names: string[]): void {
    names.forEach((name) => this.dispatchEvent(new Event(name)));
  }
}

let screen: Screen;
let told: [number, ViewEvent | undefined][];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  screen = new Screen();
  told = [];
  stop = tellViewing(screen as unknown as HTMLMediaElement, (time, event) => told.push([time, event]));
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

function passes(seconds: number): void {
  for (let second = 0; second < seconds; second++) {
    screen.currentTime += 1;
    vi.advanceTimersByTime(1_000);
  }
}

it("tells the beginning, every five seconds, and the end", () => {
  screen.happens("play");
  passes(12);
  screen.ended = true;
  screen.happens("ended");
  expect(told).toEqual([
    [0, undefined],
    [5, undefined],
    [10, undefined],
    [12, "watch_end"],
  ]);
});

it("says nothing while nothing plays", () => {
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
  screen.happens("play");
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([[0, undefined]]);
});

it("tells a jump, so that what lies between is not taken for watched", () => {
  screen.happens("play");
  passes(5);
  screen.currentTime = 100.5;
  screen.happens("seeking", "seeked");
  passes(5);
  screen.currentTime = 20;
  screen.happens("seeking", "seeked");
  expect(told).toEqual([
    [0, undefined],
    [5, undefined],
    [100, "seek"],
    [105, undefined],
    [20, "seek"],
  ]);
});

it("does not take a small step for a jump", () => {
  screen.happens("play");
  passes(5);
  screen.currentTime += 0.3;
  screen.happens("seeking", "seeked");
  expect(told).toEqual([
    [0, undefined],
    [5, undefined],
  ]);
});

it("says nothing any more when stopped", () => {
  screen.happens("play");
  stop();
  passes(20);
  screen.happens("ended");
  expect(told).toEqual([[0, undefined]]);
});
