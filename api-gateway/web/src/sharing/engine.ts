import Hls, { Events, type HlsConfig } from "hls.js";
import { HlsJsP2PEngine } from "p2p-media-loader-hlsjs";
import { bannedPeers } from "./banned-peers";
import { hurriedSeconds } from "./demand";
import type { Digests } from "./digests";
import { EarlyFiles } from "./early-files";
import { earlyLoader } from "./early-loader";
import { Exchange } from "./exchange";
import { Perseverance } from "./perseverance";
import { SegmentChecks } from "./segment-checks";
import { UploadCap } from "./upload-cap";

/** What is shared, and with whose help. */
export interface SharingPlan {
  swarm: string;
  trackers: string[];
  iceServers: RTCIceServer[];
  /** Bytes a second; 0 for no limit. */
  uploadRate: number;
  digests: Digests;
}

/** Seconds that hls.js holds ready; what is further ahead waits in the engine's store. */
const BUFFER_SECONDS = 20;

/** A player's hls.js whose segments come from other viewers too. This file is loaded only by who shares. */
export class SharingEngine {
  readonly exchange = new Exchange();
  readonly checks: SegmentChecks;
  private readonly cap: UploadCap;
  private readonly begun = performance.now();
  private engine: HlsJsP2PEngine | null = null;
  private on = true;
  private giving = true;
  private hurried = hurriedSeconds(0, 0);

  constructor(private readonly plan: SharingPlan) {
    this.checks = new SegmentChecks(plan.digests, bannedPeers);
    this.cap = new UploadCap(plan.uploadRate, this.begun);
  }

  /** Makes an hls.js that shares. */
  readonly make = (config: Partial<HlsConfig>): Hls => {
    this.on = true;
    const engine = this.newEngine();
    const early = new EarlyFiles();
    const perseverance = new Perseverance();
    const hls = new Hls({
      ...config,
      maxBufferLength: BUFFER_SECONDS,
      maxMaxBufferLength: BUFFER_SECONDS,
      ...perseverance.config(),
      loader: earlyLoader(early),
      ...(engine.getConfigForHlsJs() as Partial<HlsConfig>),
    });
    engine.bindHls(hls);
    hls.on(Events.FRAG_BUFFERED, () => perseverance.progressed());
    // Not before the picture: what is needed now goes first.
    hls.once(Events.FRAG_BUFFERED, () => void early.keep(playlistsOf(hls)));
    this.engine = engine;
    return hls;
  };

  /** Closes every connection; segments come over HTTP alone from now on, without a break. */
  stop(): void {
    if (this.on) {
      this.on = false;
      this.engine?.applyDynamicConfig({ core: { isP2PDisabled: true } });
      this.exchange.lostAll();
    }
  }

  /** Shares again after a stop. */
  goOn(): void {
    if (!this.on) {
      this.on = true;
      this.engine?.applyDynamicConfig({ core: { isP2PDisabled: false } });
    }
  }

  /** To be called every two seconds: follows the number of peers and the upload cap. */
  tick(): void {
    const now = performance.now();
    const hurried = hurriedSeconds(this.exchange.figures().peers, (now - this.begun) / 1_000);
    const giving = this.cap.allows(now);
    if (this.on && (hurried !== this.hurried || giving !== this.giving)) {
      this.hurried = hurried;
      this.giving = giving;
      this.engine?.applyDynamicConfig({ core: { highDemandTimeWindow: hurried, isP2PUploadDisabled: !giving } });
    }
  }

  /** How many peers sent wrong bytes and are not let in again. */
  get banned(): number {
    return bannedPeers.size;
  }

  private newEngine(): HlsJsP2PEngine {
    const engine = new HlsJsP2PEngine({
      core: {
        swarmId: this.plan.swarm,
        announceTrackers: this.plan.trackers,
        // The library's own default names servers of others.
        rtcConfig: { iceServers: this.plan.iceServers },
        highDemandTimeWindow: this.hurried,
        isP2PUploadDisabled: !this.giving,
        validateP2PSegment: this.checks.ofPeer,
        validateHTTPSegment: this.checks.ofServer,
      },
    });
    engine.addEventListener("onChunkDownloaded", (bytes, source) => this.exchange.got(bytes, source));
    engine.addEventListener("onChunkUploaded", (bytes) => {
      this.exchange.gave(bytes);
      this.cap.gave(bytes);
    });
    engine.addEventListener("onPeerConnect", ({ streamType, peerId }) => this.exchange.met(streamType, peerId));
    engine.addEventListener("onPeerClose", ({ streamType, peerId }) => this.exchange.lost(streamType, peerId));
    engine.addEventListener("onSegmentStart", ({ segment, downloadSource, peerId }) => {
      if (downloadSource === "p2p" && peerId !== undefined) {
        this.checks.begins(segment.url, segment.byteRange, peerId);
      }
    });
    return engine;
  }
}

function playlistsOf(hls: Hls): string[] {
  return [...hls.levels.flatMap((level) => level.url), ...hls.audioTracks.map((track) => track.url)];
}
