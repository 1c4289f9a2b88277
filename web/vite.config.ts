import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

/** Oldest browsers the product promises: Chromium 109 (Windows 7, web views) and Safari 16. */
const browsers = ['chrome109', 'safari16'];

/** Smaller files gain nothing from compression. */
const WORTH_COMPRESSING_BYTES = 1_024;

/** Writes `.br` and `.gz` beside every built text, so that the server compresses nothing while it answers. */
function compressed(): Plugin {
  let directory = '';
  return {
    name: 'dealtrail-compressed',
    apply: 'build',
    configResolved(config) {
      directory = resolve(config.root, config.build.outDir, config.build.assetsDir);
    },
    async writeBundle() {
      const names = (await readdir(directory)).filter((name) => /\.(js|css|svg)$/.test(name));
      for (const name of names) {
        const bytes = await readFile(join(directory, name));
        if (bytes.length < WORTH_COMPRESSING_BYTES) continue;
        await writeFile(join(directory, `${name}.br`), await promisify(brotliCompress)(bytes));
        await writeFile(join(directory, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
      }
    },
  };
}

/** Gives the protocol a stand-in for zod: the browser needs its operations' addresses and types, not its checks. */
function inertSchemas(): Plugin {
  return {
    name: 'dealtrail-inert-schemas',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source !== 'zod' || !importer?.includes('/protocol/src/')) return null;
      return join(import.meta.dirname, 'src/kernel/client/inert-schemas.ts');
    },
  };
}

/** Leaves out what operations say of themselves to readers of the API; no page shows it. */
function quietOperations(): Plugin {
  return {
    name: 'dealtrail-quiet-operations',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/protocol/src/')) return null;
      return code.replaceAll(/^\s*summary:\s*(?:'[^'\n]*'|"[^"\n]*"),$/gm, '');
    },
  };
}

/** Takes the other language out of a module of sentences: nobody fetches words they do not read. */
function oneLanguage(): Plugin {
  const another = { zh: 'En', en: 'Zh' } as const;
  return {
    name: 'dealtrail-one-language',
    enforce: 'pre',
    transform(code, id) {
      const asked = /\/messages\/index\.ts\?language=(zh|en)$/.exec(id)?.[1];
      if (asked !== 'zh' && asked !== 'en') return null;
      const left = another[asked];
      // With the words goes what they are made of: nothing imports it any more.
      return code
        .replaceAll(new RegExp(`^export const \\w+${left}\\b[\\s\\S]*?;$`, 'gm'), '')
        .replaceAll(new RegExp(`^export \\{ \\w+${left} \\} from .*;$`, 'gm'), '');
    },
  };
}

/** Builds the one script other websites load: a file of its own at a lasting address, which shares nothing with our pages. */
function scriptForOthers(): Plugin {
  return {
    name: 'dealtrail-script-for-others',
    apply: 'build',
    async writeBundle() {
      await build({
        configFile: false,
        logLevel: 'warn',
        root: import.meta.dirname,
        publicDir: false,
        build: {
          target: browsers,
          outDir: 'dist/embed',
          emptyOutDir: true,
          lib: { entry: 'src/modules/forms/embed/form.ts', formats: ['es'], fileName: () => 'form.js' },
        },
      });
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [inertSchemas(), quietOperations(), oneLanguage(), react(), compressed(), scriptForOthers()],
  build: {
    target: browsers,
    cssTarget: browsers,
    outDir: 'dist',
    emptyOutDir: true,
    // The strict policy allows no inline scripts and no `data:` fonts; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The parts antd is made of only define components, and do not say so: what a page does not use stays away from it.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /@rc-component\/[^/]+\/es\//, sideEffects: false }] } },
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': 'http://127.0.0.1:3000' } },
});
