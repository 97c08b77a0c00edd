import { suggestions } from "./api";
import { byId, element } from "./dom";
import type { Suggestion } from "./types";

/** Between two keys of somebody who types on. */
const PAUSE_MILLIS = 120;

const KINDS: Record<Suggestion["kind"], string> = { video: "Video", channel: "Channel", tag: "Tag" };

/** The field in the head of each page, with suggestions while one types (the combobox pattern of WAI-ARIA). */
export class SearchBox {
  private readonly text = byId<HTMLInputElement>("search-text");
  private readonly list = byId<HTMLElement>("suggestions");
  private shown: Suggestion[] = [];
  private chosen = -1;
  private asking = new AbortController();
  private timer = 0;

  static wire(): void {
    const box = new SearchBox();
    box.text.oninput = () => box.typed();
    box.text.onkeydown = (event) => box.key(event);
    box.text.onblur = () => box.show([]);
  }

  private typed(): void {
    window.clearTimeout(this.timer);
    this.asking.abort();
    const typed = this.text.value;
    if (typed.trim() === "") {
      this.show([]);
      return;
    }
    const asking = new AbortController();
    this.asking = asking;
    this.timer = window.setTimeout(() => {
      // Whoever types on does not need to know why nothing was suggested.
      suggestions(typed, asking.signal).then(
        (found) => this.show(asking.signal.aborted || document.activeElement !== this.text ? [] : found),
        () => undefined,
      );
    }, PAUSE_MILLIS);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.shown.length > 0) {
        event.preventDefault();
        const places = this.shown.length + 1;
        this.choose(((this.chosen + 1 + (event.key === "ArrowDown" ? 1 : places - 1)) % places) - 1);
      }
    } else if (event.key === "Escape") {
      this.show([]);
    } else if (event.key === "Enter") {
      const chosen = this.shown[this.chosen];
      if (chosen !== undefined) {
        event.preventDefault();
        location.assign(addressOf(chosen));
      }
    }
  }

  private choose(place: number): void {
    this.chosen = place;
    [...this.list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === place)));
    if (place >= 0) {
      this.text.setAttribute("aria-activedescendant", `suggestion-${place}`);
    } else {
      this.text.removeAttribute("aria-activedescendant");
    }
  }

  private show(found: Suggestion[]): void {
    this.shown = found;
    this.list.replaceChildren(...found.map(row));
    this.list.hidden = found.length === 0;
    this.text.setAttribute("aria-expanded", String(found.length > 0));
    this.choose(-1);
  }
}

/** Where a suggestion leads: a video or a channel to its page, a tag to what is found by it. */
export function addressOf(suggestion: Suggestion): string {
  if (suggestion.shortUUID !== undefined) {
    return `/w/${encodeURIComponent(suggestion.shortUUID)}`;
  }
  return suggestion.handle === undefined
    ? `/search?q=${encodeURIComponent(suggestion.text)}`
    : `/c/${encodeURIComponent(suggestion.handle)}`;
}

function row(suggestion: Suggestion, at: number): HTMLElement {
  const link = element("a", { href: addressOf(suggestion), tabindex: "-1" }, suggestion.text);
  // The field must not lose the focus before the click is over.
  link.onmousedown = (event) => event.preventDefault();
  const kind = element("span", { class: "soft" }, KINDS[suggestion.kind]);
  return element("li", { role: "option", id: `suggestion-${at}`, "aria-selected": "false" }, link, kind);
}
