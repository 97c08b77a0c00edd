import "./style.css";
import { ApiError, retryTranscoding, session, video as readVideo, watched, watchProgress } from "./api";
import { byId, element, messageOf } from "./dom";
import { duration, percent, stateLine } from "./format";
import { play } from "./player";
import { SearchBox } from "./search-box";
import { tellViewing } from "./viewing";
import { STATE, type Progress, type VideoDetails } from "./types";

const POLL_MILLIS = 2_000;
const LONGEST_POLL_MILLIS = 60_000;

const page = byId<HTMLElement>("watch");
const id = page.dataset["videoId"] ?? "";
const notice = byId<HTMLElement>("notice");
const stop = new AbortController();
let playing = false;

function say(...parts: (Node | string)[]): void {
  notice.replaceChildren(...parts);
  notice.hidden = parts.length === 0;
}

function describe(video: VideoDetails): void {
  byId("title").textContent = video.name;
  byId("channel").textContent = video.channel.displayName;
  byId("facts").textContent = [duration(video.duration), video.privacy.id === 1 ? "" : video.privacy.label]
    .filter((fact) => fact !== "")
    .join(" · ");
  byId("description").textContent = video.description ?? "";
  document.title = video.name;
  byId("missing").hidden = true;
  byId("stage").hidden = false;
  byId("about").hidden = false;
}

function start(video: VideoDetails, url: string): void {
  playing = true;
  const screen = byId<HTMLVideoElement>("video");
  if (video.previewPath !== null) {
    screen.poster = video.previewPath;
  }
  screen.hidden = false;
  say();
  play(screen, byId<HTMLSelectElement>("quality"), url, (why) => say(why));
  tellViewing(screen, (currentTime, viewEvent) => watched(id, currentTime, viewEvent));
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

/** Shows the video as it is now; false when nothing will change any more. */
function show(video: VideoDetails): boolean {
  describe(video);
  const url = video.streamingPlaylists[0]?.playlistUrl;
  if (url !== undefined && !playing) {
    start(video, url);
  }
  if (video.state.id === STATE.failed) {
    failed(video);
    return false;
  }
  if (video.state.id === STATE.published) {
    say();
    return false;
  }
  say(
    playing
      ? "The rest is still being encoded: the end of the film comes as you watch."
      : "This video is being prepared. It starts here by itself as soon as the first seconds are ready.",
  );
  return true;
}

function follow(progress: Progress): void {
  const bar = element("progress", { max: "1", "aria-label": "Encoding" });
  bar.value = progress.fraction;
  say(`${playing ? "The rest is still being encoded" : "This video is being prepared"}: ${percent(progress.fraction)} `, bar);
}

/** The encoder may not know of the video yet, or the line may break: it is asked again. */
function followProgress(seen: (now: Progress) => void): void {
  watchProgress(id, seen, stop.signal).catch(() => {
    if (!stop.signal.aborted) {
      setTimeout(() => followProgress(seen), POLL_MILLIS);
    }
  });
}

async function refreshUntilDone(video: VideoDetails): Promise<void> {
  let progress: Progress | null = null;
  if (video.mayEdit) {
    followProgress((now) => {
      progress = now;
    });
  }
  let more = show(video);
  while (more) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
    more = show(await readVideo(id).catch(() => video));
    if (more && progress !== null) {
      follow(progress);
    }
  }
  stop.abort();
}

/** Whose upload has just ended is here a moment early: it is looked for again, more and more rarely. */
function hidden(error: unknown, pause = POLL_MILLIS): void {
  if (error instanceof ApiError && [401, 403, 404].includes(error.status)) {
    byId("missing").hidden = false;
    byId("sign-in-hint").hidden = session.signedIn;
  } else {
    say(messageOf(error));
  }
  setTimeout(() => {
    readVideo(id)
      .then((video) => {
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
