import "./style.css";
import { ApiError, playlist as readPlaylist, playlistElements, session, video as readVideo, watched } from "./api";
import { showCaptions } from "./captions";
import { byId, element, messageOf } from "./dom";
import { count, day, duration, line } from "./format";
import { Latest } from "./latest";
import { Player } from "./player";
import { hiddenName, isOver, nearest, positionOf } from "./playlist-order";
import { SearchBox } from "./search-box";
import type { Playlist, PlaylistElement, VideoDetails } from "./types";
import { tellViewing } from "./viewing";
import { thumbnail } from "./video-row";

const PAGE = 100;

const id = byId<HTMLElement>("playlist").dataset["playlistId"] ?? "";
const notice = byId<HTMLElement>("notice");
const rows = byId<HTMLElement>("elements");
let elements: PlaylistElement[] = [];
let current = -1;
let leave: () => void = () => undefined;
const begun = new Latest();

function say(text: string): void {
  notice.textContent = text;
  notice.hidden = text === "";
}

function describe(playlist: Playlist): void {
  document.title = playlist.displayName;
  byId("name").textContent = playlist.displayName;
  const owner = playlist.videoChannel;
  byId("owner").replaceChildren(
    ...(owner === null ? [playlist.ownerAccount.displayName] : [element("a", { href: `/c/${owner.name}` }, owner.displayName)]),
    ` · ${count(playlist.videosLength, "video", "videos")}`,
    playlist.privacy.id === 1 ? "" : ` · ${playlist.privacy.label}`,
  );
  byId("description").textContent = playlist.description ?? "";
  byId("sign-in-hint").hidden = true;
}

function row(one: PlaylistElement, at: number): HTMLElement {
  if (one.video === null) {
    return element("li", { class: "soft" }, element("span", { class: "thumbnail" }), element("span", { class: "text" }, hiddenName(one)));
  }
  const link = element("a", { href: `?playlistPosition=${one.position}` }, one.video.name);
  link.onclick = (event) => {
    event.preventDefault();
    void begin(at, true);
  };
  const facts = line(one.video.channel.displayName, duration(one.video.duration));
  return element("li", {}, thumbnail(one.video), element("span", { class: "text" }, link, element("span", { class: "facts" }, facts)));
}

function mark(at: number): void {
  [...rows.children].forEach((one, number) => {
    if (number === at) {
      one.setAttribute("aria-current", "true");
    } else {
      one.removeAttribute("aria-current");
    }
  });
  byId<HTMLButtonElement>("previous").disabled = nearest(elements, at - 1, -1) === null;
  byId<HTMLButtonElement>("next").disabled = nearest(elements, at + 1, 1) === null;
}

/** A fresh player for each video: nothing of the one before stays. */
function freshScreen(): HTMLVideoElement {
  const old = byId<HTMLVideoElement>("video");
  const screen = element("video", { id: "video", controls: "", playsinline: "", preload: "metadata" });
  screen.muted = old.muted;
  screen.volume = old.volume;
  old.replaceWith(screen);
  return screen;
}

function start(video: VideoDetails, one: PlaylistElement, url: string, goOn: boolean, shown: () => boolean): void {
  const screen = freshScreen();
  if (video.previewPath !== null) {
    screen.poster = video.previewPath;
  }
  const captions = byId<HTMLSelectElement>("captions");
  (captions.closest("label") ?? captions).hidden = true;
  const player = new Player(screen, byId<HTMLSelectElement>("quality"), url, (why) => say(why));
  player.start(one.startTimestamp ?? 0);
  const quiet = tellViewing(screen, (currentTime, viewEvent) => watched(video.uuid, currentTime, viewEvent));
  let over = false;
  const next = (): void => {
    if (!over) {
      over = true;
      screen.pause();
      step(1);
    }
  };
  screen.addEventListener("ended", next);
  screen.addEventListener("timeupdate", () => {
    if (isOver(one, screen.currentTime)) {
      next();
    }
  });
  void showCaptions(video.uuid, screen, captions, shown);
  leave = () => {
    over = true;
    quiet();
    player.stop();
  };
  if (goOn) {
    // A browser that wants a click first says no; the viewer has the controls.
    screen.play().catch(() => undefined);
  }
}

/** Shows the element; what cannot be read any more is passed over. */
async function begin(at: number, goOn: boolean): Promise<void> {
  const one = elements[at];
  if (one === undefined || one.video === null) {
    return;
  }
  const shown = begun.next();
  leave();
  leave = () => undefined;
  current = at;
  mark(at);
  say("");
  byId("stage").hidden = false;
  byId("playing").hidden = false;
  byId("title").textContent = one.video.name;
  byId("facts").textContent = line(count(one.video.views, "view", "views"), day(one.video.publishedAt));
  history.replaceState(null, "", `?playlistPosition=${one.position}`);
  try {
    const video = await readVideo(one.video.uuid);
    const url = video.streamingPlaylists[0]?.playlistUrl;
    if (!shown()) {
      return;
    }
    if (url === undefined) {
      say("This video cannot be played yet.");
    } else {
      start(video, one, url, goOn, shown);
    }
  } catch (error) {
    if (shown()) {
      say(messageOf(error));
    }
  }
}

function step(direction: 1 | -1): void {
  const at = nearest(elements, current + direction, direction);
  if (at !== null) {
    void begin(at, true);
  }
}

async function all(): Promise<PlaylistElement[]> {
  const found: PlaylistElement[] = [];
  for (;;) {
    const page = await playlistElements(id, found.length, PAGE);
    found.push(...page.data);
    if (page.data.length === 0 || found.length >= page.total) {
      return found;
    }
  }
}

async function show(): Promise<void> {
  describe(await readPlaylist(id));
  elements = await all();
  rows.replaceChildren(...elements.map(row));
  const asked = positionOf(location.search);
  const first = nearest(elements, asked, 1) ?? nearest(elements, 0, 1);
  if (first === null) {
    say("There is nothing to play in this playlist.");
  } else {
    await begin(first, false);
  }
}

function failed(error: unknown): void {
  if (error instanceof ApiError && error.status === 404) {
    byId("sign-in-hint").hidden = session.signedIn;
  } else {
    say(messageOf(error));
  }
}

byId<HTMLButtonElement>("previous").onclick = () => step(-1);
byId<HTMLButtonElement>("next").onclick = () => step(1);
SearchBox.wire();
if (id !== "") {
  show().catch(failed);
}
