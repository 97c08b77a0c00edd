/** What the page reads of the answers; the full shapes are in /api/v1/openapi.json. */

export interface Constant {
  id: number;
  label: string;
}

/** A constant that may not be said: its id is null then. */
export interface Label {
  id: number | string | null;
  label: string;
}

export interface StreamingPlaylist {
  playlistUrl: string;
  segmentsSha256Url: string | null;
  files: unknown[];
}

export interface VideoSummary {
  uuid: string;
  shortUUID: string;
  name: string;
  privacy: Constant;
  state: Constant;
  duration: number;
  views: number;
  category: Label;
  licence: Label;
  language: Label;
  thumbnailPath: string | null;
  createdAt: string;
  publishedAt: string | null;
  failureReason?: string | null;
}

export interface VideoDetails extends VideoSummary {
  description: string | null;
  previewPath: string | null;
  streamingPlaylists: StreamingPlaylist[];
  playable: boolean;
  mayEdit: boolean;
  revision: number;
  trackerUrls: string[];
  ipfs: { cid: string; uri: string; url: string } | null;
  tags: string[];
  channel: { displayName: string; name: string };
}

export interface Page<T> {
  total: number;
  data: T[];
}

export type Stage = "queued" | "encoding" | "packaging" | "completed" | "failed" | "cancelled";

export interface Progress {
  videoId: string;
  stage: Stage;
  fraction: number;
  playable: boolean;
  failureReason: string | null;
  retryable: boolean;
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  refresh_token_expires_in: number;
}

export interface Me {
  username: string;
  account: { displayName: string };
  videoChannels: { id: string; displayName: string; name: string }[];
  videoQuota: number;
  videoQuotaUsed: number;
}

/** What the instance offers, as far as players ask. */
export interface InstanceConfig {
  defaults: { p2p: { webapp: { enabled: boolean } } };
  sharing: { iceServers: { urls: string[]; username?: string; credential?: string }[]; uploadRate: number };
}

export interface Suggestion {
  kind: "video" | "channel" | "tag";
  text: string;
  shortUUID?: string;
  handle?: string;
}

export interface Caption {
  language: { id: string; label: string };
  captionPath: string;
}

/** One that everybody may see. */
export interface ListedVideo extends VideoSummary {
  channel: { displayName: string };
}

export interface Playlist {
  uuid: string;
  shortUUID: string;
  displayName: string;
  description: string | null;
  privacy: Constant;
  thumbnailPath: string | null;
  videosLength: number;
  ownerAccount: { displayName: string };
  videoChannel: { name: string; displayName: string } | null;
}

/** A video in a playlist; null when this person does not see it. */
export interface PlaylistElement {
  id: string;
  position: number;
  startTimestamp: number | null;
  stopTimestamp: number | null;
  type: number;
  video: ListedVideo | null;
}

export interface FoundVideo extends ListedVideo {
  /** HTML with `em` around what was found. */
  highlight: { name: string | null; description: string[] };
  /** Where the words are spoken; the same HTML, and the second. */
  captions: { language: string; start: number; text: string }[];
}

export interface FoundPage {
  total?: number;
  data: FoundVideo[];
  nextCursor: string | null;
}

/** What the page of results can be ordered by. */
export const ORDERS = [
  { id: "-match", label: "Best match" },
  { id: "-publishedAt", label: "Newest" },
  { id: "-views", label: "Most viewed" },
  { id: "-duration", label: "Longest" },
  { id: "duration", label: "Shortest" },
] as const;

/** Limits of a length as query parameters. */
export const LENGTHS = [
  { id: "", label: "Any" },
  { id: "durationMax=240", label: "Up to 4 minutes" },
  { id: "durationMin=240&durationMax=1200", label: "4 to 20 minutes" },
  { id: "durationMin=1200", label: "20 minutes and more" },
] as const;

/** PeerTube's numbers. */
export const STATE = { published: 1, toTranscode: 2, failed: 7 } as const;
export const PRIVACY: readonly Constant[] = [
  { id: 1, label: "Public" },
  { id: 2, label: "Unlisted" },
  { id: 4, label: "Internal" },
  { id: 3, label: "Private" },
];
