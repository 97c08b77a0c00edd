import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const FORGETS = "this._totalBytes = undefined;";
const REMEMBERS =
  "this._totalBytes = this.segment.byteRange ? this.segment.byteRange.end - this.segment.byteRange.start + 1 : undefined;";

/**
 * p2p-media-loader 2.3.1 forgets how long a range is when it throws away what a peer sent of it, and then takes no answer of
 * the server for that segment any more: playback stood still after one wrong segment.
 */
function segmentLengths(): Plugin {
  return {
    name: "segment-lengths",
    transform(code, id) {
      if (!id.endsWith("/p2p-media-loader-core/lib/requests/request.js")) {
        return null;
      }
      if (!code.includes(FORGETS)) {
        throw new Error("p2p-media-loader does not forget lengths any more, or elsewhere: look at its clearLoadedBytes");
      }
      return code.replace(FORGETS, REMEMBERS);
    },
  };
}

// The gateway renders the pages; it finds the hashed names of scripts and styles in the manifest.
export default defineConfig({
  publicDir: false,
  plugins: [segmentLengths()],
  // p2p-media-loader's client of trackers is ours, which leaves out banned peers.
  resolve: {
    alias: [
      { find: /^bittorrent-tracker$/, replacement: new URL("src/sharing/tracker-client.ts", import.meta.url).pathname },
    ],
  },
  // All that bittorrent-tracker asks of Node.
  define: { "process.browser": "true" },
  build: {
    outDir: "../target/classes/static",
    emptyOutDir: true,
    assetsDir: "assets",
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    target: "es2022",
    chunkSizeWarningLimit: 800,
    rollupOptions: { input: { home: "src/home.ts", owner: "src/owner.ts", playlist: "src/playlist.ts", search: "src/search.ts", watch: "src/watch.ts" } },
  },
  test: { environment: "node", include: ["tests/**/*.test.ts"] },
});
