import { element } from "./dom";
import { count, day, duration, line } from "./format";
import type { ListedVideo, Playlist, VideoSummary } from "./types";

export function thumbnail(video: Pick<VideoSummary, "thumbnailPath">): HTMLElement {
  const picture = element("span", { class: "thumbnail" });
  if (video.thumbnailPath !== null) {
    picture.append(element("img", { src: video.thumbnailPath, alt: "", loading: "lazy" }));
  }
  return picture;
}

/** A video in a list of what everybody may see; its name may be marked. */
export function videoRow(video: ListedVideo, name: Node | string = video.name, ...more: Node[]): HTMLElement {
  const facts = line(video.channel.displayName, duration(video.duration), day(video.publishedAt));
  const text = element(
    "span",
    { class: "text" },
    element("a", { href: `/w/${video.shortUUID}` }, name),
    element("span", { class: "facts" }, facts),
    ...more,
  );
  return element("li", {}, thumbnail(video), text);
}

/** A playlist in a list of what everybody may see. */
export function playlistRow(playlist: Playlist): HTMLElement {
  const owner = playlist.videoChannel ?? playlist.ownerAccount;
  const text = element(
    "span",
    { class: "text" },
    element("a", { href: `/w/p/${playlist.shortUUID}` }, playlist.displayName),
    element("span", { class: "facts" }, line(owner.displayName, count(playlist.videosLength, "video", "videos"))),
  );
  return element("li", {}, thumbnail(playlist), text);
}
