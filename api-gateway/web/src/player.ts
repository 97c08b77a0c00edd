import Hls, { ErrorTypes, Events, type HlsConfig } from "hls.js";
import { choices } from "./quality";

/** Makes the hls.js that a player plays with. */
export type MakeHls = (config: Partial<HlsConfig>) => Hls;

const plain: MakeHls = (config) => new Hls(config);

/**
 * Plays an HLS address in a video element, from any second on even while the playlist still grows, with a quality menu.
 * `failed` is told once when nothing more can be done.
 */
export class Player {
  private hls: Hls | null = null;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly menu: HTMLSelectElement,
    private readonly url: string,
    private readonly failed: (why: string) => void,
  ) {}

  /** Whether this browser leaves the loading of segments to scripts. */
  static get scripted(): boolean {
    return Hls.isSupported();
  }

  start(at: number, make: MakeHls = plain): void {
    if (Player.scripted) {
      this.hls = this.wired(make({ startPosition: at, enableWorker: false, backBufferLength: 60, liveDurationInfinity: false }));
    } else if (this.video.canPlayType("application/vnd.apple.mpegurl") === "") {
      this.failed("This browser cannot play HLS streams.");
    } else {
      this.video.addEventListener("loadedmetadata", () => (this.video.currentTime = at), { once: true });
      this.video.src = this.url;
    }
  }

  /** Goes on where the picture is, in the quality that the viewer chose, with another hls.js. */
  restart(make: MakeHls): void {
    const { currentTime, paused } = this.video;
    const level = this.hls?.manualLevel ?? -1;
    const captions = [...this.video.querySelectorAll("track")].map((one) => [one, one.track.mode] as const);
    this.hls?.destroy();
    this.start(currentTime, make);
    this.hls?.once(Events.MANIFEST_PARSED, (_event, data) => {
      if (level < data.levels.length && this.hls !== null) {
        this.hls.nextLevel = level;
      }
    });
    if (!paused) {
      // The browser let it play before; if it does not now, the viewer has the controls.
      this.video.play().catch(() => undefined);
    }
    // An hls.js that leaves a video empties its captions and hides them.
    captions.forEach(([one, mode]) => {
      one.src = one.src;
      one.track.mode = mode;
    });
  }

  stop(): void {
    if (this.hls === null) {
      this.video.removeAttribute("src");
    }
    this.hls?.destroy();
  }

  private wired(hls: Hls): Hls {
    let mediaErrors = 0;
    const fill = (): void => fillMenu(hls, this.menu);
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
      this.failed(`Playback stopped (${data.details}).`);
    });
    this.menu.onchange = () => {
      hls.nextLevel = Number(this.menu.value);
    };
    hls.loadSource(this.url);
    hls.attachMedia(this.video);
    return hls;
  }
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
