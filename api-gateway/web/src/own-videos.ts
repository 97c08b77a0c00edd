import { deleteVideo, ownVideos, retryTranscoding, watchProgress } from "./api";
import { element } from "./dom";
import { duration, line, stateLine } from "./format";
import { STATE, type Progress, type VideoSummary } from "./types";
import { thumbnail } from "./video-row";

const PAGE = 15;

/** The list tells of the end of an encoding a moment later than its progress does. */
const AFTER_THE_END = 1_500;

/** The list of the caller's own videos, with progress of those in work. */
export class OwnVideos {
  private watched = new AbortController();
  private shown = 0;

  constructor(
    private readonly list: HTMLElement,
    private readonly more: HTMLButtonElement,
    private readonly complain: (error: unknown) => void,
  ) {
    more.onclick = () => void this.append();
  }

  async reload(): Promise<void> {
    this.stop();
    this.watched = new AbortController();
    this.shown = 0;
    this.list.replaceChildren();
    await this.append();
  }

  stop(): void {
    this.watched.abort();
  }

  private async append(): Promise<void> {
    try {
      const page = await ownVideos(this.shown, PAGE);
      this.shown += page.data.length;
      this.list.append(...page.data.map((video) => this.row(video)));
      this.more.hidden = this.shown >= page.total;
      if (page.total === 0) {
        this.list.append(element("li", { class: "empty" }, "Nothing yet: your first video goes here."));
      }
    } catch (error) {
      this.complain(error);
    }
  }

  private row(video: VideoSummary): HTMLElement {
    const state = element("span", { class: "state", role: "status" }, stateLine(video));
    const bar = element("progress", { max: "1", "aria-label": `Encoding of ${video.name}` });
    bar.hidden = true;
    const remove = element("button", { type: "button", class: "quiet", "aria-label": `Delete ${video.name}` }, "Delete");
    const text = element(
      "span",
      { class: "text" },
      element("a", { href: `/w/${video.shortUUID}` }, video.name),
      element("span", { class: "facts" }, line(duration(video.duration), video.privacy.label)),
      state,
      bar,
    );
    const row = element("li", {}, thumbnail(video), text, remove);
    remove.onclick = () => this.remove(video, row);
    if (video.state.id === STATE.toTranscode) {
      this.follow(video, state, bar);
    } else if (video.state.id === STATE.failed) {
      row.append(this.retryButton(video));
    }
    return row;
  }

  private retryButton(video: VideoSummary): HTMLElement {
    const again = element("button", { type: "button", class: "quiet" }, "Try again");
    again.onclick = () => {
      retryTranscoding(video.uuid).then(() => this.reload(), this.complain);
    };
    return again;
  }

  private remove(video: VideoSummary, row: HTMLElement): void {
    if (window.confirm(`Delete "${video.name}" for ever?`)) {
      deleteVideo(video.uuid).then(() => row.remove(), this.complain);
    }
  }

  private follow(video: VideoSummary, state: HTMLElement, bar: HTMLProgressElement): void {
    const signal = this.watched.signal;
    const seen = (progress: Progress): void => {
      state.textContent = stateLine(video, progress);
      bar.hidden = progress.stage !== "encoding";
      bar.value = progress.fraction;
    };
    // The row gets its picture and length.
    const finished = (): void => {
      if (!signal.aborted) {
        void this.reload();
      }
    };
    const again = (): void => {
      if (!signal.aborted) {
        watchProgress(video.uuid, seen, signal).then(
          () => setTimeout(finished, AFTER_THE_END),
          () => setTimeout(again, 3_000),
        );
      }
    };
    again();
  }
}
