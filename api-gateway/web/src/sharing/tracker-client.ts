import Client from "bittorrent-tracker/client";
import { bannedPeers } from "./banned-peers";

/**
 * The client of trackers that p2p-media-loader gets instead of bittorrent-tracker's own (vite.config.ts says so): it leaves
 * out peers that are banned, for which the engine has no door.
 */
export default class TrackerClient extends Client {
  override emit(event: string, ...values: unknown[]): boolean {
    return bannedPeers.turnsAway(event, values[0]) || super.emit(event, ...values);
  }
}
