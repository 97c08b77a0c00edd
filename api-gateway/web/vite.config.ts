import { defineConfig } from "vitest/config";

// The gateway renders the pages; it finds the hashed names of scripts and styles in the manifest.
export default defineConfig({
  publicDir: false,
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
