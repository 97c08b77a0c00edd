import { Upload } from "tus-js-client";
import { session } from "./api";

/** What a creator says of a file. */
export interface Draft {
  file: File;
  name: string;
  privacy: number;
  channelId: string | null;
}

/** What an upload tells while it runs. */
export interface Listener {
  progressed(fraction: number): void;
  /** All bytes are durable; the argument is the video's id. */
  finished(videoId: string): void;
  /** {@code forGood}: the same bytes will be refused again. */
  failed(why: string, forGood: boolean): void;
}

/** A running upload. */
export interface Running {
  pause(): void;
  resume(): void;
  /** Gives it up and frees its bytes. */
  cancel(): void;
}

/** Sends a file by tus 1.0.0; a dropped connection is resumed where it broke. */
export function upload(draft: Draft, listener: Listener): Running {
  const metadata: Record<string, string> = {
    filename: draft.file.name,
    name: draft.name,
    privacy: String(draft.privacy),
  };
  if (draft.channelId !== null) {
    metadata["channelId"] = draft.channelId;
  }
  const running = new Upload(draft.file, {
    endpoint: "/api/v1/uploads",
    metadata,
    retryDelays: [0, 1_000, 3_000, 5_000, 10_000, 20_000],
    removeFingerprintOnSuccess: true,
    onBeforeRequest: async (request) => {
      const token = await session.token();
      if (token !== null) {
        request.setHeader("Authorization", `Bearer ${token}`);
      }
    },
    onProgress: (sent, total) => listener.progressed(total > 0 ? sent / total : 0),
    onSuccess: () => listener.finished(running.url?.split("/").pop() ?? ""),
    onError: (error) => listener.failed(reasonOf(error), isRefusal(error)),
  });
  running.start();
  return {
    pause: () => void running.abort(),
    resume: () => running.start(),
    cancel: () => void running.abort(true).catch(() => undefined),
  };
}

/** The file or what is said of it was refused, not the moment or the sign-in. */
function isRefusal(error: Error): boolean {
  const status = "originalResponse" in error ? (error.originalResponse as { getStatus(): number } | null)?.getStatus() : undefined;
  return status !== undefined && [400, 403, 404, 410, 413, 415, 422].includes(status);
}

/** The sentence of the server's problem document when there is one. */
export function reasonOf(error: Error): string {
  const body = "originalResponse" in error ? (error.originalResponse as { getBody(): string } | null)?.getBody() : undefined;
  try {
    const problem = JSON.parse(body ?? "") as { detail?: string };
    return problem.detail ?? error.message;
  } catch {
    return error.message;
  }
}
