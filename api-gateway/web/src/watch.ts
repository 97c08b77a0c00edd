import "./style.css";
import { ApiError, relatedVideos, retryTranscoding, session, video as readVideo, watched, watchProgress } from "./api";
import { showCaptions } from "./captions";
import { byId, element, messageOf } from "./dom";
import { count, day, duration, line, percent, said, startOf, stateLine } from "./format";
import { Player } from "./player";
import { SearchBox } from "./search-box";
import { playShared } from "./sharing/watch-sharing";
import { tellViewing } from "./viewing";
import { STATE, type Progress, type StreamingPlaylist, type VideoDetails } from "./types";
import { videoRow } from "./video-row";

const POLL_MILLIS = 2_000;
const LONGEST_POLL_MILLIS = 60_000;
const RELATED = 8;

const page = byId<HTMLElement>("watch");
const id = page.dataset["videoId"] ?? "";
const notice = byId<HTMLElement>("notice");
const stop = new AbortController();
let playing = false;
let following = false;
let progress: Progress | null = null;
/** What the notice is about: each is said once, and the player's own words stay. */
let topic: "nothing" | "preparing" | "rest" | "player" = "nothing";

function say(...parts: (Node | string)[]): void {
  notice.replaceChildren(...parts);
  notice.hidden = parts.length === 0;
}

function describe(video: VideoDetails): void {
  byId("title").textContent = video.name;
  byId("channel").replaceChildren(element("a", { href: `/c/${video.channel.name}` }, video.channel.displayName));
  byId("facts").textContent = line(
    count(video.views, "view", "views"),
    day(video.publishedAt),
    duration(video.duration),
    video.privacy.id === 1 ? "" : video.privacy.label,
  );
  byId("description").textContent = video.description ?? "";
  byId("tags").replaceChildren(...video.tags.map((tag) => element("li", {}, tagLink(tag))));
  byId("said").replaceChildren(
    ...said(video).map(([name, value]) => fact(name, value)),
    ...(video.ipfs === null ? [] : [fact("IPFS", element("a", { href: video.ipfs.url }, video.ipfs.uri))]),
  );
  document.title = video.name;
  byId("missing").hidden = true;
  byId("stage").hidden = false;
  byId("about").hidden = false;
}

function fact(name: string, value: Node | string): HTMLElement {
  return element("div", {}, element("dt", {}, name), element("dd", {}, value));
}

function tagLink(tag: string): HTMLElement {
  return element("a", { href: `/search?${new URLSearchParams({ tagsOneOf: tag })}` }, tag);
}

function start(video: VideoDetails, playlist: StreamingPlaylist): void {
  playing = true;
  const screen = byId<HTMLVideoElement>("video");
  if (video.previewPath !== null) {
    screen.poster = video.previewPath;
  }
  announce("nothing");
  const player = new Player(screen, byId<HTMLSelectElement>("quality"), playlist.playlistUrl, (why) => {
    topic = "player";
    say(why);
  });
  // Who presses play before there is anything to play would be told no.
  void playShared(player, video, playlist, startOf(location.search)).finally(() => (screen.hidden = false));
  void showCaptions(id, screen, byId<HTMLSelectElement>("captions"));
  showRelated();
  tellViewing(screen, (currentTime, viewEvent) => watched(id, currentTime, viewEvent));
}

/** A page without them is a page, so a failure is nothing to tell. */
function showRelated(): void {
  relatedVideos(id, RELATED).then(
    (found) => {
      byId("videos").replaceChildren(...found.data.map((video) => videoRow(video, video.name)));
      byId("related").hidden = found.data.length === 0;
    },
    () => undefined,
  );
}

function failed(video: VideoDetails): void {
  const parts: (Node | string)[] = [`${stateLine(video)} `];
  if (video.mayEdit) {
    const again = element("button", { type: "button" }, "Try again");
    again.onclick = () => {
      again.disabled = true;
      retryTranscoding(id).then(
        () => location.reload(),
        (error: unknown) => say(messageOf(error)),
      );
    };
    parts.push(again);
  }
  say(...parts);
}

function announce(now: "nothing" | "preparing" | "rest"): void {
  if (topic === "player" || topic === now) {
    return;
  }
  topic = now;
  if (now === "nothing") {
    say();
  } else if (now === "rest") {
    say("The rest is still being encoded: the end of the film comes as you watch.");
  } else {
    say("This video is being prepared. It starts here by itself as soon as the first seconds are ready.");
  }
}

/** Shows the video as it is now; false when nothing will change any more. */
function show(video: VideoDetails): boolean {
  describe(video);
  const playlist = video.streamingPlaylists[0];
  if (playlist !== undefined && !playing) {
    start(video, playlist);
  }
  if (video.state.id === STATE.failed) {
    failed(video);
    return false;
  }
  if (video.state.id === STATE.published) {
    announce("nothing");
    return false;
  }
  announce(playing ? "rest" : "preparing");
  return true;
}

function follow(progress: Progress): void {
  const bar = element("progress", { max: "1", "aria-label": "Encoding" });
  bar.value = progress.fraction;
  say(`${playing ? "The rest is still being encoded" : "This video is being prepared"}: ${percent(progress.fraction)} `, bar);
}

/** The encoder may not know of the video yet, or the line may end: it is asked again, more and more rarely. */
function followProgress(seen: (now: Progress) => void, pause = POLL_MILLIS): void {
  const again = (): void => {
    if (!stop.signal.aborted) {
      setTimeout(() => followProgress(seen, Math.min(pause * 1.5, LONGEST_POLL_MILLIS)), pause);
    }
  };
  watchProgress(id, seen, stop.signal).then(again, again);
}

async function refreshUntilDone(video: VideoDetails): Promise<void> {
  if (video.mayEdit && !following) {
    following = true;
    followProgress((now) => {
      progress = now;
    });
  }
  let last = video;
  let more = show(last);
  while (more) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
    last = await readVideo(id).catch((error: unknown) => {
      if (isGone(error)) {
        throw error;
      }
      return last;
    });
    more = show(last);
    if (more && progress !== null && topic !== "player") {
      follow(progress);
    }
  }
  stop.abort();
}

/** It was deleted, hidden, or not there yet. */
function isGone(error: unknown): boolean {
  return error instanceof ApiError && [401, 403, 404].includes(error.status);
}

/** Whose upload has just ended is here a moment early: it is looked for again, more and more rarely. */
function hidden(error: unknown, pause = POLL_MILLIS): void {
  if (isGone(error)) {
    byId("missing").hidden = false;
    byId("sign-in-hint").hidden = session.signedIn;
  } else {
    say(messageOf(error));
  }
  setTimeout(() => {
    readVideo(id)
      .then((video) => {
        topic = "nothing";
        say();
        return refreshUntilDone(video);
      })
      .catch((again: unknown) => hidden(again, Math.min(pause * 1.5, LONGEST_POLL_MILLIS)));
  }, pause);
}

function wireCopy(): void {
  const copy = byId<HTMLButtonElement>("copy");
  copy.onclick = () => {
    navigator.clipboard.writeText(location.href.split(/[?#]/)[0] ?? "").then(
      () => {
        copy.textContent = "Copied";
        setTimeout(() => (copy.textContent = "Copy link"), 1_500);
      },
      () => window.prompt("The address of this video", location.href),
    );
  };
}

wireCopy();
SearchBox.wire();
if (id !== "") {
  readVideo(id).then(refreshUntilDone).catch((error: unknown) => hidden(error));
}
