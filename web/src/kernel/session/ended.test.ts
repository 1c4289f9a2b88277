import { expect, test } from 'vitest';
import { endedSession, waitForSignIn } from './ended.ts';

test('everybody who asks while the session is ended waits for the same sign-in, the next ending is another', async () => {
  const act = waitForSignIn();
  expect(waitForSignIn()).toBe(act);
  endedSession()?.settle(true);
  expect([await act, endedSession()]).toEqual([true, undefined]);
  const next = waitForSignIn();
  endedSession()?.settle(false);
  expect(await next).toBe(false);
});
