import Hls, { ErrorTypes, Events } from "hls.js";
import { choices } from "./quality";

/**
 * Plays an HLS address in a video element, from `start` seconds on even while the playlist still grows, with a quality
 * menu.
 * `failed` is told once when nothing more can be done.
 */
export function play(
  video: HTMLVideoElement,
  menu: HTMLSelectElement,
  url: string,
  start: number,
  failed: (why: string) => void,
): () => void {
  if (!Hls.isSupported()) {
    if (video.canPlayType("application/vnd.apple.mpegurl") === "") {
      failed("This browser cannot play HLS streams.");
      return () => undefined;
    }
    video.addEventListener("loadedmetadata", () => (video.currentTime = start), { once: true });
    video.src = url;
    return () => video.removeAttribute("src");
  }
  const hls = new Hls({ startPosition: start, enableWorker: false, backBufferLength: 60, liveDurationInfinity: false });
  let mediaErrors = 0;
  const fill = (): void => fillMenu(hls, menu);
  hls.on(Events.MANIFEST_PARSED, fill);
  hls.on(Events.LEVEL_SWITCHED, fill);
  hls.on(Events.LEVELS_UPDATED, fill);
  hls.on(Events.ERROR, (_event, data) => {
    if (!data.fatal) {
      return;
    }
    if (data.type === ErrorTypes.MEDIA_ERROR && mediaErrors++ < 2) {
      hls.recoverMediaError();
      return;
    }
    hls.destroy();
    failed(`Playback stopped (${data.details}).`);
  });
  menu.onchange = () => {
    hls.nextLevel = Number(menu.value);
  };
  hls.loadSource(url);
  hls.attachMedia(video);
  return () => hls.destroy();
}

function fillMenu(hls: Hls, menu: HTMLSelectElement): void {
  const current = hls.levels[hls.currentLevel];
  const automatic = hls.autoLevelEnabled && current && current.height > 0 ? `${current.height}p` : null;
  // What the viewer chose, whatever of the buffer plays just now.
  const chosen = String(hls.manualLevel);
  menu.replaceChildren(...choices(hls.levels, automatic).map((choice) => new Option(choice.label, choice.value)));
  menu.value = chosen;
  menu.disabled = hls.levels.length < 2;
}
