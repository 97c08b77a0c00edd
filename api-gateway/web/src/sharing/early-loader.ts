import Hls, { type HlsConfig, type LoaderCallbacks, type LoaderConfiguration, type LoaderContext } from "hls.js";
import type { EarlyFiles } from "./early-files";

/** hls.js's own loader, which looks among the files that were fetched early first. */
export function earlyLoader(files: EarlyFiles): HlsConfig["loader"] {
  return class extends Hls.DefaultConfig.loader {
    override load(context: LoaderContext, config: LoaderConfiguration, callbacks: LoaderCallbacks<LoaderContext>): void {
      const data = files.get(context.url, context.rangeStart, context.rangeEnd);
      if (data === undefined) {
        super.load(context, config, callbacks);
        return;
      }
      this.context = context;
      const size = typeof data === "string" ? data.length : data.byteLength;
      const now = performance.now();
      Object.assign(this.stats, { loading: { start: now, first: now, end: now }, loaded: size, total: size });
      queueMicrotask(() => callbacks.onSuccess({ url: context.url, data, code: 200 }, this.stats, context, null));
    }
  };
}
