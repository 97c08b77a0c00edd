import { defaultClientConditions } from "vite";
import { defineConfig } from "vitest/config";

// The gateway renders the pages; it finds the hashed names of scripts and styles in the manifest.
export default defineConfig({
  publicDir: false,
  // p2p-media-loader with what it needs of Node already in it; as modules it would need a stand-in for each.
  resolve: { conditions: ["p2pml:core-as-bundle", ...defaultClientConditions] },
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
