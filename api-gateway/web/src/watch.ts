import "./style.css";
import { ApiError, retryTranscoding, session, video as readVideo, watched, watchProgress } from "./api";
import { byId, element, messageOf } from "./dom";
import { duration, percent, stateLine } from "./format";
import { play } from "./player";
import { SearchBox } from "./search-box";
import { tellViewing } from "./viewing";
import { STATE, type Progress, type VideoDetails } from "./types";

const POLL_MILLIS = 2_000;

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
  if (!playing) {
    say("This video is being prepared. It starts here by itself as soon as the first seconds are ready.");
  }
  return true;
}

function follow(progress: Progress): void {
  const bar = element("progress", { max: "1", "aria-label": "Encoding" });
  bar.value = progress.fraction;
  say(`${playing ? "The rest is still being encoded" : "This video is being prepared"}: ${percent(progress.fraction)} `, bar);
}

async function refreshUntilDone(video: VideoDetails): Promise<void> {
  let progress: Progress | null = null;
  if (video.mayEdit) {
    const seen = (now: Progress): void => {
      progress = now;
    };
    watchProgress(id, seen, stop.signal).catch(() => undefined);
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

function hidden(error: unknown): void {
  if (error instanceof ApiError && [401, 403, 404].includes(error.status)) {
    byId("missing").hidden = false;
    byId("sign-in-hint").hidden = session.signedIn;
    return;
  }
  say(messageOf(error));
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
  readVideo(id).then(refreshUntilDone).catch(hidden);
}
