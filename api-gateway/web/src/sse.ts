/** One server-sent event. */
export interface ServerEvent {
  event: string;
  data: string;
}

/**
 * Cuts a text/event-stream into events, whatever the borders of the pieces it arrives in. EventSource itself cannot send
 * an Authorization header.
 */
export class EventStreamParser {
  private rest = "";
  private event = "message";
  private data: string[] = [];

  push(piece: string): ServerEvent[] {
    const lines = (this.rest + piece).split("\n");
    this.rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.line(line.endsWith("\r") ? line.slice(0, -1) : line));
  }

  private line(line: string): ServerEvent[] {
    if (line === "") {
      const found = this.data.length > 0 ? [{ event: this.event, data: this.data.join("\n") }] : [];
      this.event = "message";
      this.data = [];
      return found;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") {
      this.event = value;
    } else if (field === "data") {
      this.data.push(value);
    }
    return [];
  }
}
