/** Sends JSON (or a form) to the product as one signed-in person and gives back what it answered; refusals throw. */
export type Call = <Result = Record<string, unknown>>(method: string, path: string, body?: unknown) => Promise<Result>;

/** A person with an account: how they sign in at a screen, and how a script speaks for them. */
export interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly memberId: string;
  readonly call: Call;
}

/** What everybody in the stories types to get in. */
export const PASSWORD = '枫桥夜泊，江枫渔火对愁眠';

async function send(address: string, cookie: string, method: string, path: string, body: unknown): Promise<Response> {
  const form = body instanceof FormData;
  const answer = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
  if (answer.ok) return answer;
  throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
}

/** Opens a session with a verb that sets the cookie (signing in, joining); everything after speaks with it. */
export async function enter(
  address: string,
  path: '/session' | '/invitations/accept',
  body: Readonly<Record<string, string>> & { readonly password: string },
): Promise<Colleague> {
  const opened = await send(address, '', 'POST', path, body);
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { member } = (await opened.json()) as { member: { id: string; name: string; email: string } };
  const call: Call = async <Result>(method: string, where: string, sent?: unknown) => {
    const answer = await send(address, cookie, method, where, sent);
    return (answer.status === 204 ? undefined : await answer.json()) as Result;
  };
  return { name: member.name, email: member.email, password: body.password, memberId: member.id, call };
}
