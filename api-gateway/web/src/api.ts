import { Session } from "./session";
import { EventStreamParser } from "./sse";
import type { ViewEvent } from "./viewing";
import type {
  Caption,
  FoundPage,
  InstanceConfig,
  ListedVideo,
  Me,
  Page,
  Playlist,
  PlaylistElement,
  Progress,
  Suggestion,
  Tokens,
  VideoDetails,
  VideoSummary,
} from "./types";

/** An answer that is an error, with the sentence of its problem document (RFC 9457). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function check(answer: Response): Promise<Response> {
  if (answer.ok) {
    return answer;
  }
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string; error?: string };
  throw new ApiError(answer.status, problem.detail ?? problem.error ?? `The server answered ${answer.status}.`);
}

async function requestTokens(form: Record<string, string>): Promise<Tokens> {
  const client = (await (await check(await fetch("/api/v1/oauth-clients/local"))).json()) as Record<string, string>;
  const answer = await fetch("/api/v1/users/token", { method: "POST", body: new URLSearchParams({ ...client, ...form }) });
  return (await (await check(answer)).json()) as Tokens;
}

export const session = new Session(window.sessionStorage, requestTokens);

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const token = await session.token();
  if (token !== null) {
    headers.set("Authorization", `Bearer ${token}`);
  }
  return check(await fetch(`/api/v1${path}`, { ...init, headers }));
}

const json = async <T>(path: string): Promise<T> => (await (await call(path)).json()) as T;

export const me = (): Promise<Me> => json<Me>("/users/me");
export const ownVideos = (start: number, count: number): Promise<Page<VideoSummary>> =>
  json<Page<VideoSummary>>(`/users/me/videos?start=${start}&count=${count}`);
/** A page of the public videos of an account or a channel, whose path this is. */
export const videosOf = (path: string, start: number, count: number): Promise<Page<ListedVideo>> =>
  json<Page<ListedVideo>>(`${path}/videos?start=${start}&count=${count}`);
export const config = (): Promise<InstanceConfig> => json<InstanceConfig>("/config");
export const video = (id: string): Promise<VideoDetails> => json<VideoDetails>(`/videos/${encodeURIComponent(id)}`);

export const captions = async (id: string): Promise<Caption[]> =>
  (await json<{ data: Caption[] }>(`/videos/${encodeURIComponent(id)}/captions`)).data;

/** What everybody may find, so no token is sent; the browser may keep the answers. */
export async function suggestions(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await check(await fetch(`/api/v1/search/suggestions?${new URLSearchParams({ search: typed })}`, { signal }));
  return ((await answer.json()) as { data: Suggestion[] }).data;
}

/** A page of what everybody may find; `cursor` is that of the page before it, empty for the first. */
export async function searchVideos(
  question: { words: string; tag: string; sort: string; length: string; cursor: string },
  signal: AbortSignal,
): Promise<FoundPage> {
  const query = new URLSearchParams(question.length);
  query.set("search", question.words);
  query.set("sort", question.sort);
  if (question.tag !== "") {
    query.set("tagsOneOf", question.tag);
  }
  if (question.cursor !== "") {
    query.set("cursor", question.cursor);
    query.set("skipCount", "true");
  }
  return (await (await check(await fetch(`/api/v1/search/videos?${query}`, { signal }))).json()) as FoundPage;
}

/** The playlists that fit best, of those that everybody may find. */
export async function searchPlaylists(words: string, count: number): Promise<Playlist[]> {
  const query = new URLSearchParams({ search: words, count: String(count) });
  return ((await (await check(await fetch(`/api/v1/search/video-playlists?${query}`))).json()) as Page<Playlist>).data;
}

export const playlist = (id: string): Promise<Playlist> => json<Playlist>(`/video-playlists/${encodeURIComponent(id)}`);
export const playlistElements = (id: string, start: number, count: number): Promise<Page<PlaylistElement>> =>
  json<Page<PlaylistElement>>(`/video-playlists/${encodeURIComponent(id)}/videos?start=${start}&count=${count}`);

/** What is like a video, as far as this person may find it. */
export const relatedVideos = (id: string, count: number): Promise<{ data: ListedVideo[] }> =>
  json<{ data: ListedVideo[] }>(`/videos/${encodeURIComponent(id)}/related?count=${count}&skipCount=true`);

export async function deleteVideo(id: string): Promise<void> {
  await call(`/videos/${encodeURIComponent(id)}`, { method: "DELETE" });
}

export async function retryTranscoding(id: string): Promise<void> {
  await call(`/videos/${encodeURIComponent(id)}/transcoding`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ transcodingType: "hls" }),
  });
}

/** Tells where the viewer is; outlives the page, so that its end is told too. A view that is not heard is no error. */
export async function watched(id: string, currentTime: number, viewEvent?: ViewEvent): Promise<void> {
  await call(`/videos/${encodeURIComponent(id)}/views`, {
    method: "POST",
    keepalive: true,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ currentTime, viewEvent }),
  }).catch(() => undefined);
}

export async function revoke(): Promise<void> {
  await call("/users/revoke-token", { method: "POST" }).catch(() => undefined);
  session.signOut();
}

/** Calls back with each change until the job is over, the stream breaks or `signal` says stop. */
export async function watchProgress(id: string, seen: (progress: Progress) => void, signal: AbortSignal): Promise<void> {
  const answer = await call(`/videos/${encodeURIComponent(id)}/progress`, { headers: { Accept: "text/event-stream" }, signal });
  const parser = new EventStreamParser();
  const decoder = new TextDecoder();
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    for (const event of parser.push(decoder.decode(part.value, { stream: true }))) {
      if (event.event === "progress") {
        seen(JSON.parse(event.data) as Progress);
      }
    }
  }
}
