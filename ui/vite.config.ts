import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** The desk, the devices of the tables, and the projector: each page loads what it needs and nothing of the others. */
const PAGES = ['index', 'table', 'screen'];

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 400,
    // Words stay files of their own, also where a part is small: a page may fetch what it needs, and nothing that is not of the laptop.
    assetsInlineLimit: (file) => (file.endsWith('.json') ? false : undefined),
    rolldownOptions: {
      input: PAGES.map((page) => `${page}.html`),
      output: {
        codeSplitting: {
          groups: [
            // What many screens share goes together: fewer files to fetch over a busy Wi-Fi, and smaller ones once compressed.
            // Not what only some come to use, such as photos.
            { name: 'kit', test: /src\/kit\/(?!photo)/i, minShareCount: 3 },
            { name: 'lan', test: /src\/host\/(lan|seal|seat|addresses|fragment)|@noble/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: { environment: 'jsdom', include: ['src/**/*.test.ts'], setupFiles: ['src/words/fetch.testing.ts'] },
}));
