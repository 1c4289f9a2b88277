import type { Answer, Operation, Passed, Problem } from '@dealtrail/protocol/kernel';
import { session, signIn } from '@dealtrail/protocol/auth';
import { savePassword } from '../kernel/auth/account-store.ts';
import { type Caller, testHouse } from './test-house.ts';

/** The password of everybody whom `givePassword` gave one. */
export const PASSWORD = '春江潮水连海平 2026';

/** What a browser would get back. */
export interface Reply<Body> {
  readonly status: number;
  readonly body: Body;
  readonly problem: Problem;
  /** The session it was given, or an empty text. */
  readonly cookie: string;
}

/** Where a browser stands. */
export interface Stand {
  readonly cookie?: string;
  readonly peer?: string;
  readonly userAgent?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks as a browser does: with a cookie, from an address. */
export async function ask<O extends Operation>(
  operation: O,
  input: Omit<Passed<O>, never>,
  { cookie, peer = '203.0.113.9', userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/126.0', headers }: Stand = {},
): Promise<Reply<Answer<O>>> {
  const { app } = await testHouse();
  const { params = {}, query, body } = input as { params?: Record<string, string>; query?: object; body?: object };
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
  const search = query ? `?${new URLSearchParams(query as Record<string, string>).toString()}` : '';
  const answer = await app.inject({
    method: operation.method,
    url: `/api/v1${path}${search}`,
    remoteAddress: peer,
    headers: { 'user-agent': userAgent, ...(cookie ? { cookie } : {}), ...headers },
    ...(body ? { payload: body } : {}),
  });
  const said: unknown = answer.payload ? answer.json() : undefined;
  const given = String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  return { status: answer.statusCode, body: said as never, problem: said as never, cookie: given };
}

let hash: Promise<string> | undefined;

/** Gives a member of a test organisation the password of all; returns the address they sign in with. */
export async function givePassword(caller: Caller): Promise<string> {
  const { services } = await testHouse();
  hash ??= services.accounts.hashPassword(PASSWORD, {});
  const passwordHash = await hash;
  const origin = { orgId: caller.orgId, actorId: null, operation: 'testing.password', requestId: 'test' };
  await services.database.write(origin, (tx) => savePassword(tx, caller.userId, passwordHash));
  return (await caller.call(session, {})).body.member.email;
}

/** Signs a member with the password of all in from one address; returns their cookie. */
export async function enter(caller: Caller, stand: Stand = {}): Promise<string> {
  const identifier = await givePassword(caller);
  const { status, cookie } = await ask(signIn, { body: { identifier, password: PASSWORD } }, stand);
  if (status !== 200) throw new Error(`sign-in answered ${status}`);
  return cookie;
}
