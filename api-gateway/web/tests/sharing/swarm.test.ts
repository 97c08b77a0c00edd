import { expect, it } from "vitest";
import { socketTrackers, swarmOf } from "../../src/sharing/swarm";

const ID = "0b5c4a3e-1f2d-4c6b-8a79-0123456789ab";

it("names the swarm by video and version, as the tracker does", () => {
  expect(swarmOf(`https://videos.example:8443/media/${ID}/1/master.m3u8`)).toBe(`${ID}/1`);
  expect(swarmOf(`http://localhost/media/${ID}/12/master-encoded.m3u8`)).toBe(`${ID}/12`);
});

it("has no swarm for what grows, what is signed and what is no playlist of ours", () => {
  const others = [
    `https://a.example/media/${ID}/1/progress/master.m3u8`,
    `https://a.example/media/s/1700000000-${"x".repeat(43)}/${ID}/1/master.m3u8`,
    `https://a.example/media/${ID}/0/master.m3u8`,
    `https://a.example/media/${ID}/1/master.m3u8?token=1`,
    `https://a.example/media/${ID}/1/${ID}-720-fragmented.mp4`,
    `/media/${ID}/1/master.m3u8`,
    "nonsense",
  ];
  expect(others.map(swarmOf)).toEqual(others.map(() => null));
});

it("takes the trackers that a page can open sockets to", () => {
  const all = ["https://a.example/announce", "udp://a.example:1", "ws://a.example/socket", "wss://a.example/socket"];
  expect(socketTrackers(all, "http:")).toEqual(["ws://a.example/socket", "wss://a.example/socket"]);
  expect(socketTrackers(all, "https:")).toEqual(["wss://a.example/socket"]);
});
