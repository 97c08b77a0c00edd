import type { HlsConfig, LoadPolicy } from "hls.js";

/** Ten minutes of tries that are at most two seconds apart. */
const MOST_TRIES = 300;

/**
 * How a player that shares goes on when the server is away: hls.js gives up at once when there is no answer at all, while
 * a peer may bring the segment. It gives up when nothing came for ten minutes.
 */
export class Perseverance {
  private failures = 0;

  /** Something came. */
  progressed(): void {
    this.failures = 0;
  }

  again(): boolean {
    return ++this.failures <= MOST_TRIES;
  }

  /** The same in hls.js's words. */
  config(): Pick<HlsConfig, "fragLoadPolicy"> {
    const policy: LoadPolicy = {
      default: {
        maxTimeToFirstByteMs: 10_000,
        maxLoadTimeMs: 120_000,
        timeoutRetry: { maxNumRetry: MOST_TRIES, retryDelayMs: 0, maxRetryDelayMs: 0 },
        errorRetry: {
          maxNumRetry: MOST_TRIES,
          retryDelayMs: 300,
          maxRetryDelayMs: 2_000,
          shouldRetry: () => this.again(),
        },
      },
    };
    return { fragLoadPolicy: policy };
  }
}
