import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bucket, take } from './token-bucket.ts';

const allowance = { perMinute: 60, burst: 5 };

function many(count: number, from: Bucket | undefined, at: number): { passed: number; bucket: Bucket | undefined } {
  let bucket = from;
  let passed = 0;
  for (let i = 0; i < count; i += 1) {
    const taken = take(allowance, bucket, at);
    bucket = taken.bucket;
    if (taken.waitMs === 0) passed += 1;
  }
  return { passed, bucket };
}

test('the burst passes at once, and no more', () => {
  expect(many(9, undefined, 0).passed).toBe(5);
});

test('who waits as told passes', () => {
  const { bucket } = many(5, undefined, 0);
  const { waitMs, bucket: after } = take(allowance, bucket, 0);
  expect(waitMs).toBe(1_000);
  expect(take(allowance, after, waitMs).waitMs).toBe(0);
});

test('a long rest gives the burst again and nothing above it', () => {
  const { bucket } = many(5, undefined, 0);
  expect(many(99, bucket, 3_600_000).passed).toBe(5);
});

test('a clock set back gives nothing', () => {
  const { bucket } = many(5, undefined, 10_000);
  expect(many(9, bucket, 0).passed).toBe(0);
});

test('whenever requests come, never more than the burst and the steady rate pass', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 200 }), (gaps) => {
      let bucket: Bucket | undefined;
      let now = 0;
      let passed = 0;
      for (const gap of gaps) {
        now += gap;
        const taken = take(allowance, bucket, now);
        bucket = taken.bucket;
        if (taken.waitMs === 0) passed += 1;
      }
      expect(passed).toBeLessThanOrEqual(allowance.burst + now / 1_000 + 1e-9);
    }),
  );
});
