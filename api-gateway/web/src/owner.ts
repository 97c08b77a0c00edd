import "./style.css";
import { videosOf } from "./api";
import { byId, element, messageOf } from "./dom";
import { count } from "./format";
import { SearchBox } from "./search-box";
import { videoRow } from "./video-row";

const PAGE = 15;

const path = byId("owner").dataset["path"] ?? "";
const list = byId("videos");
const more = byId<HTMLButtonElement>("more");
const problem = byId("problem");
let shown = 0;

async function append(): Promise<void> {
  more.disabled = true;
  try {
    const page = await videosOf(path, shown, PAGE);
    shown += page.data.length;
    list.append(...page.data.map((video) => videoRow(video)));
    byId("total").textContent = count(page.total, "video", "videos");
    if (page.total === 0) {
      list.append(element("li", { class: "empty" }, "There are no videos here yet."));
    }
    more.hidden = page.data.length === 0 || shown >= page.total;
    problem.hidden = true;
  } catch (error) {
    problem.textContent = messageOf(error);
    problem.hidden = false;
    more.hidden = false;
  } finally {
    more.disabled = false;
  }
}

SearchBox.wire();
if (path !== "") {
  more.onclick = () => void append();
  void append();
}
