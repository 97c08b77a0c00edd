/** What a player tells beside its position. */
export type ViewEvent = "seek" | "watch_end";

type Tell = (currentTime: number, viewEvent?: ViewEvent) => unknown;

const EVERY_MILLIS = 5_000;
/** Steps over a gap between two fragments are no jump of the viewer. */
const SMALL_STEP = 3;

/**
 * Tells the position as PeerTube's player does: when playing begins, every five seconds while it moves, after a jump,
 * and at the end. Gives the way to stop.
 */
export function tellViewing(video: HTMLMediaElement, tell: Tell, every: number = EVERY_MILLIS): () => void {
  let told: number | null = null;
  let jumped = false;

  const say = (viewEvent?: ViewEvent): void => {
    told = Math.floor(video.currentTime);
    tell(told, viewEvent ?? (jumped ? "seek" : undefined));
    jumped = false;
  };
  const moved = (): boolean => told === null || Math.floor(video.currentTime) !== told;
  const onPlay = (): void => {
    if (told === null) {
      say();
    }
  };
  const onSeeking = (): void => {
    const step = video.currentTime - (told ?? 0);
    jumped ||= told !== null && (step < 0 || step > SMALL_STEP + every / 1_000);
  };
  const onSeeked = (): void => {
    if (jumped) {
      say();
    }
  };
  const onEnded = (): void => say("watch_end");
  const onLeave = (): void => {
    if (told !== null && moved()) {
      say(video.ended ? undefined : "watch_end");
    }
  };
  const timer = setInterval(() => {
    if (told !== null && moved()) {
      say();
    }
  }, every);

  video.addEventListener("play", onPlay);
  video.addEventListener("seeking", onSeeking);
  video.addEventListener("seeked", onSeeked);
  video.addEventListener("ended", onEnded);
  globalThis.addEventListener?.("pagehide", onLeave);
  return () => {
    clearInterval(timer);
    video.removeEventListener("play", onPlay);
    video.removeEventListener("seeking", onSeeking);
    video.removeEventListener("seeked", onSeeked);
    video.removeEventListener("ended", onEnded);
    globalThis.removeEventListener?.("pagehide", onLeave);
  };
}
