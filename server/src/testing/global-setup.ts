import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../kernel/db/embedded/start-embedded.ts';

/** Starts the one database server all test workers share, and takes it away afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'dealtrail-test-'));
  const server = await startEmbedded({ directory, durable: false });
  project.provide('owner', server.owner);
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
