import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort, ProductProcess } from './product-process.ts';

/** Starts the product on an empty directory; `end` stops it and leaves nothing behind. */
export async function startFresh(): Promise<{ product: ProductProcess; end: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'dealtrail-stories-'));
  const product = new ProductProcess(directory, await freePort(), { LOG_LEVEL: 'warn' });
  const endProduct = async () => {
    await product.stop();
    await rm(directory, { recursive: true, force: true });
  };
  product.start();
  try {
    await product.ready();
  } catch (error) {
    await endProduct();
    throw error;
  }
  return { product, end: endProduct };
}

let end: (() => Promise<void>) | undefined;

/** One product for the whole run; each story founds an organisation of its own in it. */
export async function setup(project: TestProject): Promise<void> {
  const fresh = await startFresh();
  end = fresh.end;
  project.provide('product', { address: fresh.product.address, directory: fresh.product.directory });
}

/** Stops it after the last story. */
export async function teardown(): Promise<void> {
  await end?.();
}

declare module 'vitest' {
  interface ProvidedContext {
    product: { readonly address: string; readonly directory: string };
  }
}
