import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { readSheet } from './read-sheet.ts';
import { boxOptions } from './run-box.ts';
import { buildWorkbook, deflatedRepeats } from './testing/build-workbook.ts';
import { readAll, withFile } from './testing/read-all.ts';

const rows = (count: number) => `公司,电话\n${'甲,1\n'.repeat(count)}`;

afterEach(() => vi.unstubAllEnvs());

/** The box processes of this test process, by process id. */
function boxes(): number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^PPid:\s+(\d+)/m)?.[1];
        return Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('box-child');
      } catch {
        return false;
      }
    });
}

function peakMegabytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmHWM:\s+(\d+)/m)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

test('50 000 rows arrive in order, 200 at a time, and never before the last batch was taken', async () => {
  const text = `a,b\n${Array.from({ length: 50_000 }, (_, index) => `第${index}行,x`).join('\n')}`;
  await withFile(text, async (path) => {
    let working = 0;
    let next = 0;
    await readSheet({
      path,
      name: 'a.csv',
      onHeader: () => expect(next).toBe(0),
      onRows: async (batch) => {
        expect(++working).toBe(1);
        expect(batch.length).toBe(200);
        for (const row of batch) expect(row.cells[0]).toBe(`第${next++}行`);
        await new Promise((resolve) => setImmediate(resolve));
        working -= 1;
      },
    });
    expect(next).toBe(50_000);
  });
});

test('a file without progress is given up after the time limit', async () => {
  await expect(readAll(rows(1), { limits: { idleMs: 5 } })).rejects.toMatchObject({
    code: 'limits',
    detail: { what: 'time' },
  });
});

test('the time a slow caller takes is not held against the file', async () => {
  await withFile(rows(600), async (path) => {
    let taken = 0;
    const onRows = async (batch: unknown[]) => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      taken += batch.length;
    };
    await readSheet({ path, name: 'a.csv', limits: { idleMs: 800 }, onHeader: () => {}, onRows });
    expect(taken).toBe(600);
  });
});

test('a file that needs more memory than the limit ends the box, not us', async () => {
  const refused = { code: 'limits', detail: { what: 'memory' } };
  await expect(readAll(rows(100_000), { limits: { memoryBytes: 40e6 } })).rejects.toMatchObject(refused);
});

test('a table of millions of texts is given up, and one of endless texts ends the box near 512 MB', {
  timeout: 30_000,
}, async () => {
  const texts = (count: number, length: number) =>
    Array.from(
      { length: count },
      (_, index) => `<si><t>${String((index * 2_654_435_761) % 99_991).padEnd(length)}</t></si>`,
    );
  const refusalOf = (block: string, times: number) =>
    readAll(
      buildWorkbook({
        rows: '<row><c t="s"><v>0</v></c></row>',
        stringsEntry: { packed: deflatedRepeats(block, times), inflated: times * block.length },
      }),
      { limits: { bytes: 100e6, inflatedBytes: 1e9 } },
    ).catch((error: unknown) => error);
  expect(await refusalOf(texts(10_000, 1).join(''), 500)).toMatchObject({ code: 'limits', detail: { what: 'texts' } });
  let largest = 0;
  const looking = setInterval(() => {
    for (const pid of boxes()) largest = Math.max(largest, peakMegabytes(pid));
  }, 50);
  expect(await refusalOf(texts(2000, 500).join(''), 900)).toMatchObject({ code: 'limits', detail: { what: 'memory' } });
  clearInterval(looking);
  expect(largest).toBeLessThan(600);
});

test('an error of the caller comes back as it is and ends the box', async () => {
  const failure = new Error('database gone');
  await withFile(rows(1000), async (path) => {
    const reading = readSheet({ path, name: 'a.csv', onHeader: () => {}, onRows: () => Promise.reject(failure) });
    await expect(reading).rejects.toBe(failure);
  });
});

test('an abort ends the box, but only after the batch in flight is through', async () => {
  await withFile(rows(1000), async (path) => {
    const stop = new AbortController();
    const story: string[] = [];
    const onRows = async () => {
      stop.abort(new Error('drain'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      story.push('batch done');
    };
    const reading = readSheet({ path, name: 'a.csv', onHeader: () => {}, onRows, signal: stop.signal });
    await reading.catch((error: Error) => story.push(error.message));
    expect(story).toEqual(['batch done', 'drain']);
  });
});

test('more readings than slots wait for one another, and an abort ends the waiting', async () => {
  const stop = new AbortController();
  const all = Array.from({ length: 7 }, () => readAll(rows(500)));
  const waiting = readAll(rows(1), { signal: stop.signal });
  stop.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  const sizes = (await Promise.all(all)).map((reading) => reading.rows.length);
  expect(sizes).toEqual(Array(7).fill(500));
  expect((await readAll(rows(3))).rows).toHaveLength(3);
});

test('a missing file is the caller’s error, not a refusal', async () => {
  const reading = readSheet({ path: '/nowhere/x', name: 'x.csv', onHeader: () => {}, onRows: async () => {} });
  await expect(reading).rejects.toMatchObject({ code: 'ENOENT' });
});

test('the box has no environment, no file but its own, and no right to start, write or load anything', async () => {
  vi.stubEnv('CANARY', 'secret');
  await withFile('the one file', async (path) => {
    const file = await open(path, 'r');
    const probe = fork(new URL('./testing/probe-child.ts', import.meta.url), boxOptions(file.fd));
    const told = await new Promise<Record<string, unknown>>((resolve) =>
      probe.once('message', (message) => resolve(message as Record<string, unknown>)),
    );
    probe.kill('SIGKILL');
    await file.close();
    expect(told).toEqual({
      environment: [],
      ownFile: 'the one file',
      otherFile: 'ERR_ACCESS_DENIED',
      folder: 'ERR_ACCESS_DENIED',
      writing: 'ERR_ACCESS_DENIED',
      starting: 'ERR_ACCESS_DENIED',
      thread: 'ERR_ACCESS_DENIED',
    });
  });
});

test('no box is left behind', async () => {
  await readAll(rows(1000));
  await readAll('%PDF-').catch(() => {});
  expect(boxes()).toEqual([]);
});
