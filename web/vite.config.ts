import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Oldest browsers the product promises: Chromium 109 (Windows 7, web views) and Safari 16. */
const browsers = ['chrome109', 'safari16'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: browsers,
    cssTarget: browsers,
    outDir: 'dist',
    emptyOutDir: true,
    // The strict policy allows no inline scripts and no `data:` fonts; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': 'http://127.0.0.1:3000' } },
});
