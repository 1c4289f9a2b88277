import type { Answer, Input, Operation } from '@dealtrail/protocol/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import type { Services } from '../house/services.ts';
import type { Time } from '../time/time.ts';
import type { Reader } from './reader.ts';

/** What a reading verb gets: always read only, in one flight a call. */
export interface ReadContext<O extends Operation> {
  readonly actor: Actor;
  readonly read: Reader;
  readonly input: Input<O>;
  readonly time: Time;
  readonly services: Services;
}

/** What a changing verb gets: one transaction that commits after it returns. */
export interface WriteContext<O extends Operation, Prepared = undefined> {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly input: Input<O>;
  readonly time: Time;
  /** What `prepare` made before the transaction: hashed, parsed, stored on disk. */
  readonly prepared: Prepared;
  readonly services: Services;
}

/** What happens before a transaction opens: files, hashes, child processes; nothing of it inside. */
export interface PrepareContext<O extends Operation> {
  readonly actor: Actor;
  readonly input: Input<O>;
  readonly request: FastifyRequest;
  readonly services: Services;
}

/** What a verb without an account gets, or one that answers with bytes. */
export interface OpenContext<O extends Operation> {
  readonly input: Input<O>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly services: Services;
}

/** A verb with its hands: what `module.ts` brings and the http room binds. */
export type Route =
  | { readonly kind: 'read'; readonly operation: Operation; run(context: ReadContext<Operation>): Promise<unknown> }
  | {
      readonly kind: 'write';
      readonly operation: Operation;
      prepare?(context: PrepareContext<Operation>): Promise<unknown>;
      run(context: WriteContext<Operation, unknown>): Promise<unknown>;
    }
  | { readonly kind: 'open'; readonly operation: Operation; run(context: OpenContext<Operation>): Promise<unknown> }
  | {
      readonly kind: 'file';
      readonly operation: Operation;
      run(context: ReadContext<Operation> & { readonly reply: FastifyReply }): Promise<unknown>;
    };

/** Gives a changing verb its hands: find, allow, judge, save, tell, show. */
export function handle<O extends Operation>(
  operation: O,
  run: (context: WriteContext<O>) => Promise<Answer<O>>,
): Route {
  return { kind: 'write', operation, run: run };
}

/** The same for a verb that must do slow or outside work first; its transaction stays short. */
export function handlePrepared<O extends Operation, Prepared>(
  operation: O,
  prepare: (context: PrepareContext<O>) => Promise<Prepared>,
  run: (context: WriteContext<O, Prepared>) => Promise<Answer<O>>,
): Route {
  return { kind: 'write', operation, prepare: prepare, run: run };
}

/** Gives a reading verb its hands. */
export function handleRead<O extends Operation>(
  operation: O,
  run: (context: ReadContext<O>) => Promise<Answer<O>>,
): Route {
  return { kind: 'read', operation, run: run };
}

/** A verb that needs no account. It opens its own transactions. */
export function handleOpen<O extends Operation>(
  operation: O,
  run: (context: OpenContext<O>) => Promise<Answer<O>>,
): Route {
  return { kind: 'open', operation, run: run };
}

/** A verb that answers with bytes: `run` sets headers on the reply and returns a stream. */
export function handleFile<O extends Operation>(
  operation: O,
  run: (context: ReadContext<O> & { readonly reply: FastifyReply }) => Promise<NodeJS.ReadableStream | Buffer>,
): Route {
  return { kind: 'file', operation, run: run };
}
