import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../kernel/db/embedded/start-embedded.ts';

let stop: (() => Promise<void>) | undefined;

/** Starts the one database server all test workers share. */
export async function setup(project: TestProject): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'dealtrail-test-'));
  const server = await startEmbedded({ directory, durable: false });
  project.provide('owner', server.owner);
  stop = async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}

/** Takes it away after the last test. */
export async function teardown(): Promise<void> {
  await stop?.();
}
