import { config as readConfig } from "../api";
import { byId } from "../dom";
import { Player } from "../player";
import type { InstanceConfig, StreamingPlaylist, VideoDetails } from "../types";
import { SharingControl, type ChoiceStore } from "./control";
import { Digests } from "./digests";
import type { SharingEngine } from "./engine";
import { Surroundings, type Device } from "./surroundings";
import { socketTrackers, swarmOf } from "./swarm";

/** Everybody may watch these: PeerTube's numbers of public and unlisted. */
const OPEN = [1, 2];

/** What can be shared of a video, and where others are found. */
interface Offer {
  swarm: string;
  trackers: string[];
  digestsUrl: string;
}

/** Plays a video of the watch page; viewers who may share it get the switch, and share unless something says no. */
export async function playShared(player: Player, video: VideoDetails, playlist: StreamingPlaylist, at: number): Promise<void> {
  const offer = offerOf(video, playlist);
  const instance = offer === null ? null : await readConfig().catch(() => null);
  if (offer === null || instance === null) {
    player.start(at);
    return;
  }
  let control: SharingControl | null = null;
  const surroundings = await Surroundings.of(navigator as Device, () => void control?.follow());
  control = new SharingControl(
    { box: byId("sharing"), toggle: byId("share"), why: byId("sharing-why"), figures: byId("sharing-figures") },
    player,
    surroundings,
    choices(),
    { able: able(), byDefault: instance.defaults.p2p.webapp.enabled, load: () => load(offer, instance) },
  );
  await control.begin(at);
}

function offerOf(video: VideoDetails, playlist: StreamingPlaylist): Offer | null {
  const swarm = swarmOf(playlist.playlistUrl);
  const trackers = socketTrackers(video.trackerUrls, location.protocol);
  const digestsUrl = playlist.segmentsSha256Url;
  return swarm === null || trackers.length === 0 || digestsUrl === null || !OPEN.includes(video.privacy.id)
    ? null
    : { swarm, trackers, digestsUrl };
}

/** Segments of peers are checked, for which browsers want an address that nobody can change on the way. */
function able(): boolean {
  return Player.scripted && typeof RTCPeerConnection === "function" && globalThis.crypto?.subtle !== undefined;
}

/** A browser may keep its storage from pages; then what the viewer says holds for this page. */
function choices(): ChoiceStore {
  try {
    return localStorage;
  } catch {
    const said = new Map<string, string>();
    return { getItem: (key) => said.get(key) ?? null, setItem: (key, value) => void said.set(key, value) };
  }
}

async function load(offer: Offer, instance: InstanceConfig): Promise<SharingEngine> {
  const [document, { SharingEngine }] = await Promise.all([readDigests(offer.digestsUrl), import("./engine")]);
  return new SharingEngine({ ...offer, ...instance.sharing, digests: Digests.of(document) });
}

async function readDigests(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(`${url} answered ${answer.status}`);
  }
  return answer.json();
}
