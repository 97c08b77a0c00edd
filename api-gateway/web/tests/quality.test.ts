import { expect, it } from "vitest";
import { choices } from "../src/quality";

it("lists the levels highest first and keeps their numbers", () => {
  const levels = [
    { height: 360, bitrate: 800_000 },
    { height: 1080, bitrate: 5_000_000 },
    { height: 720, bitrate: 2_500_000 },
  ];
  expect(choices(levels, "720p")).toEqual([
    { value: "-1", label: "Automatic (720p)" },
    { value: "1", label: "1080p" },
    { value: "2", label: "720p" },
    { value: "0", label: "360p" },
  ]);
});

it("tells twins apart by their bitrate, and sound from pictures", () => {
  const labels = choices([{ height: 720, bitrate: 1_000_000 }, { height: 720, bitrate: 3_000_000 }, { height: 0, bitrate: 128_000 }], null);
  expect(labels.map((choice) => choice.label)).toEqual(["Automatic", "720p, 3000 kbit/s", "720p, 1000 kbit/s", "Sound only"]);
});
