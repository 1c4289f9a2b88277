import { signOut } from '@dealtrail/protocol/auth';
import { createLead, listLeads } from '@dealtrail/protocol/leads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, setSurroundings } from './index.ts';

const lead = { body: { companyName: '湖州苕溪线缆有限公司', phone: '13905720000', source: 'website' } };
const refused = () => Response.json({ code: 'not_signed_in', title: '请先登录。' }, { status: 401 });

/** What the browser sent: method, path and Idempotency-Key. */
let sent: string[];
let answers: Response[];

beforeEach(() => {
  sent = [];
  vi.stubGlobal(
    'fetch',
    async (path: string, { method, headers }: { method: string; headers: Record<string, string> }) => {
      sent.push(`${method} ${path} ${headers['idempotency-key'] ?? ''}`.trim());
      return answers.shift();
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  setSurroundings({ onSignedOut: async () => false });
});

test('an act whose session has ended is repeated with its key once the same member has signed in again', async () => {
  answers = [refused(), Response.json({ id: '1' })];
  setSurroundings({ onSignedOut: async () => true });
  expect(await call(createLead, lead, { idempotencyKey: 'k1' })).toEqual({ id: '1' });
  expect(sent).toEqual(['POST /api/v1/leads k1', 'POST /api/v1/leads k1']);
});

test('an act is not repeated when its member puts signing in off', async () => {
  answers = [refused()];
  await expect(call(createLead, lead, { idempotencyKey: 'k1' })).rejects.toMatchObject({ kind: 'signed_out' });
  expect(sent).toHaveLength(1);
});

test('a read nobody waits for any more is not repeated', async () => {
  answers = [refused()];
  const screen = new AbortController();
  setSurroundings({
    onSignedOut: async () => {
      screen.abort();
      return true;
    },
  });
  await expect(call(listLeads, {}, { signal: screen.signal })).rejects.toThrow('aborted');
  expect(sent).toHaveLength(1);
});

test('leaving asks nobody to sign in first', async () => {
  answers = [refused()];
  const ask = vi.fn<() => Promise<boolean>>(async () => true);
  setSurroundings({ onSignedOut: ask });
  await expect(call(signOut, {})).rejects.toMatchObject({ kind: 'signed_out' });
  expect(ask).not.toHaveBeenCalled();
});
