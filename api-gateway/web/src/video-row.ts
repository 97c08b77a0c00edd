import { element } from "./dom";
import { day, duration, line } from "./format";
import type { ListedVideo, VideoSummary } from "./types";

export function thumbnail(video: VideoSummary): HTMLElement {
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
