import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { contentPolicy } from './headers.ts';

const YEAR_SECONDS = 31_536_000;

/** No screen has an address with a dot in it: whoever asks for /.env or /index.php gets nothing, not even a page. */
function isAddressOfPage(url: string): boolean {
  const path = url.split('?')[0] ?? '';
  return !path.startsWith('/api/') && !path.startsWith('/assets/') && !path.includes('.');
}

/** The script other websites load to show a form of ours; always from its lasting address, so it is kept for minutes only. */
async function serveScriptForOthers(app: FastifyInstance, directory: string): Promise<void> {
  const script = await readFile(join(directory, 'embed', 'form.js'), 'utf8');
  app.get('/embed/form.js', (_request, reply) =>
    reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(script),
  );
}

/**
 * Serves the built web: hashed assets for a year, every path a screen may have the one page, with a fresh nonce in its policy.
 * Paths below /api stay with the verbs.
 */
export async function serveWeb(app: FastifyInstance, directory: string): Promise<void> {
  const page = await readFile(join(directory, 'index.html'), 'utf8');
  await app.register(files, {
    root: join(directory, 'assets'),
    prefix: '/assets/',
    maxAge: YEAR_SECONDS * 1000,
    immutable: true,
    preCompressed: true,
    wildcard: true,
    decorateReply: false,
  });
  await serveScriptForOthers(app, directory);
  app.get('/*', async (request, reply) => {
    if (!isAddressOfPage(request.url)) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    reply.header('content-type', 'text/html; charset=utf-8');
    reply.header('cache-control', 'no-store');
    reply.header('content-security-policy', contentPolicy(nonce));
    return page.replaceAll('__CSP_NONCE__', nonce);
  });
}
