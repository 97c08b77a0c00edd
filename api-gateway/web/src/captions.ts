import { captions } from "./api";

/**
 * Adds a video's captions to the player, and a menu to choose from; without any, the menu stays hidden. Nothing is added
 * when the video is no longer `shown` once they are known.
 */
export async function showCaptions(
  id: string,
  video: HTMLVideoElement,
  menu: HTMLSelectElement,
  shown: () => boolean = () => true,
): Promise<void> {
  const all = await captions(id).catch(() => []);
  if (!shown()) {
    return;
  }
  for (const one of all) {
    const track = document.createElement("track");
    track.kind = "subtitles";
    track.srclang = one.language.id;
    track.label = one.language.label;
    track.src = one.captionPath;
    video.append(track);
  }
  if (all.length === 0) {
    return;
  }
  menu.replaceChildren(new Option("Off", ""), ...all.map((one) => new Option(one.language.label, one.language.id)));
  menu.onchange = () => choose(video.textTracks, menu.value);
  // The player's own menu changes them too.
  video.textTracks.addEventListener("change", () => {
    if (shown()) {
      menu.value = chosen(video.textTracks);
    }
  });
  (menu.closest("label") ?? menu).hidden = false;
}

function choose(tracks: TextTrackList, language: string): void {
  for (const track of tracks) {
    track.mode = track.language === language ? "showing" : "disabled";
  }
}

function chosen(tracks: TextTrackList): string {
  return [...tracks].find((track) => track.mode === "showing")?.language ?? "";
}
