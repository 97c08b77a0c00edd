import "./style.css";
import { searchPlaylists, searchVideos } from "./api";
import { byId, element, messageOf } from "./dom";
import { count, duration, highlighted } from "./format";
import { SearchBox } from "./search-box";
import { LENGTHS, ORDERS, type FoundVideo } from "./types";
import { playlistRow, videoRow } from "./video-row";

const PLAYLISTS = 3;

const asked = new URLSearchParams(location.search);
const words = asked.get("q")?.trim() ?? "";
const tag = asked.get("tagsOneOf")?.trim() ?? "";
const list = byId<HTMLElement>("videos");
const more = byId<HTMLButtonElement>("more");
const problem = byId<HTMLElement>("problem");
const sort = byId<HTMLSelectElement>("sort");
const length = byId<HTMLSelectElement>("length");
let asking = new AbortController();

function marked(html: string): HTMLElement {
  return element(
    "span",
    {},
    ...highlighted(html).map((piece) => (piece.found ? element("mark", {}, piece.text) : piece.text)),
  );
}

/** Leads to the second at which the words are spoken. */
function place(video: FoundVideo, spoken: FoundVideo["captions"][number]): HTMLElement {
  return element(
    "span",
    { class: "soft" },
    element("a", { href: `/w/${video.shortUUID}?start=${spoken.start}` }, `at ${duration(spoken.start) || "0:00"}`),
    " … ",
    marked(spoken.text),
    " …",
  );
}

function row(video: FoundVideo): HTMLElement {
  return videoRow(
    video,
    video.highlight.name === null ? video.name : marked(video.highlight.name),
    ...video.captions.map((spoken) => place(video, spoken)),
    ...video.highlight.description.map((piece) => element("span", { class: "soft" }, "… ", marked(piece), " …")),
  );
}

async function append(cursor: string): Promise<void> {
  const signal = asking.signal;
  more.disabled = true;
  try {
    const question = { words, tag, sort: sort.value, length: length.value, cursor };
    const found = await searchVideos(question, signal);
    if (signal.aborted) {
      return;
    }
    list.append(...found.data.map(row));
    if (cursor === "") {
      byId("total").textContent = found.total === undefined ? "" : count(found.total, "video", "videos");
      if (found.data.length === 0) {
        list.append(element("li", { class: "empty" }, "Nothing was found. Fewer or other words may help."));
      }
    }
    more.hidden = found.nextCursor === null;
    more.onclick = () => void append(found.nextCursor ?? "");
    problem.hidden = true;
  } catch (error) {
    if (!signal.aborted) {
      problem.textContent = messageOf(error);
      problem.hidden = false;
      more.hidden = false;
      more.onclick = () => void append(cursor);
    }
  } finally {
    if (!signal.aborted) {
      more.disabled = false;
    }
  }
}

function again(): void {
  asking.abort();
  asking = new AbortController();
  list.replaceChildren();
  more.hidden = true;
  void append("");
}

/** A page without them is a page, so a failure is nothing to tell. */
function showPlaylists(): void {
  searchPlaylists(words, PLAYLISTS).then(
    (found) => {
      byId("playlists").replaceChildren(...found.map(playlistRow));
      byId("lists").hidden = found.length === 0;
    },
    () => undefined,
  );
}

SearchBox.wire();
if (words !== "") {
  showPlaylists();
}
sort.replaceChildren(...ORDERS.filter((order) => words !== "" || order.id !== "-match").map((order) => new Option(order.label, order.id)));
length.replaceChildren(...LENGTHS.map((choice) => new Option(choice.label, choice.id)));
byId<HTMLFormElement>("narrow").onchange = again;
again();
