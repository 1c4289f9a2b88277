import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { contentPolicy } from './headers.ts';

const YEAR_SECONDS = 31_536_000;

/**
 * Serves the built web: hashed assets for a year, every other path the one page, with a fresh nonce in its policy.
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
  app.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/assets/')) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    reply.header('content-type', 'text/html; charset=utf-8');
    reply.header('cache-control', 'no-store');
    reply.header('content-security-policy', contentPolicy(nonce));
    return page.replaceAll('__CSP_NONCE__', nonce);
  });
}
