import type { Operation } from '@dealtrail/protocol/kernel';
import type { InjectOptions } from 'fastify';
import type { Caller } from './test-house.ts';

/** Path parameters of one record. */
export type Params = Readonly<Record<string, string>>;

/** Makes the record a path speaks of, through the product's own verbs where there are such. */
export type Build = (admin: Caller) => Promise<Params>;

/** Makes something by a verb with this body; throws what the verb refused. */
export async function made(caller: Caller, operation: Operation, body: object): Promise<{ id: string }> {
  const answer = await caller.call(operation, { body } as never);
  if (answer.status >= 300)
    throw new Error(`${operation.id} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as { id: string };
}

/** Sends one small file the way a browser does. */
export function multipart(file: string, mapping?: string): Pick<InjectOptions, 'payload' | 'headers'> {
  const boundary = 'house';
  const part = (name: string, extra: string, text: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${extra}\r\n\r\n${text}\r\n`;
  const parts = [
    ...(mapping === undefined ? [] : [part('mapping', '', mapping)]),
    part('file', '; filename="a.csv"', file),
  ];
  return {
    payload: `${parts.join('')}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

/** Sends a file to a path; throws what was refused. */
export async function uploaded(admin: Caller, path: string, file: string, mapping?: string): Promise<Params> {
  const answer = await admin.inject({ method: 'POST', url: `/api/v1${path}`, ...multipart(file, mapping) });
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as Params;
}
