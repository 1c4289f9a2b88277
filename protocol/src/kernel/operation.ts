import type { z } from 'zod';

/** How the phone treats an act without a signal: `online` needs the server now, `queue` may wait in the outbox. */
export type OfflineMode = 'online' | 'queue';

/**
 * Who may call: `public` needs no account, `member` any signed-in member, otherwise a permission `<chapter>.<verb>`
 * that the member's roles grant with a scope.
 */
export type Permission = 'public' | 'member' | `${string}.${string}`;

/**
 * What travels: JSON both ways by default; `file` answers with bytes, `multipart` receives them, `form` takes JSON or
 * the fields of a plain page's form; `bytes` takes whatever was sent, as it was sent.
 */
export type BodyKind = 'json' | 'multipart' | 'form' | 'bytes';

type Shape = z.ZodType;

/** One verb of the product: the single value from which server route, web call, OpenAPI and the house test are made. */
export interface Operation<
  P extends Shape | undefined = Shape | undefined,
  Q extends Shape | undefined = Shape | undefined,
  B extends Shape | undefined = Shape | undefined,
  R extends Shape | undefined = Shape | undefined,
> {
  readonly id: `${string}.${string}`;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below /api/v1, parameters as `:name`. */
  readonly path: `/${string}`;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly bodyKind?: BodyKind;
  /** Absent: 204 without a body. */
  readonly result?: R;
  readonly resultKind?: 'json' | 'file';
  /** Success status where it is not 200 (or 204 without a result). */
  readonly status?: 200 | 201 | 202;
  /** Problem codes of the chapter this verb may answer beside the kernel's own. */
  readonly problems: readonly string[];
  readonly permission: Permission;
  readonly offline: OfflineMode;
  /** The answer holds what is shown once (a key, contact data): it is not kept for a repeated request. */
  readonly secret?: boolean;
  /** Answers also to somebody who still has to set up their second step. */
  readonly withoutSecondStep?: boolean;
  /** May be called from pages of any other origin; only for verbs without an account. */
  readonly crossOrigin?: boolean;
  readonly summary: string;
}

/** The schema of an optional part, or never where the operation has none. */
type Given<S> = Exclude<S, undefined> extends infer Schema extends z.ZodType ? Schema : never;
type Read<S, Otherwise> = [Given<S>] extends [never] ? Otherwise : z.output<Given<S>>;
type Needed<Name extends string, S> = [Given<S>] extends [never]
  ? { readonly [N in Name]?: undefined }
  : { readonly [N in Name]: z.input<Given<S>> };
type Offered<Name extends string, S> = [Given<S>] extends [never]
  ? { readonly [N in Name]?: undefined }
  : { readonly [N in Name]?: z.input<Given<S>> };

/** What the server's handler receives after validation: query, path and body in one object. */
export type Input<O extends Operation> = Read<O['query'], unknown> &
  Read<O['params'], unknown> &
  Read<O['body'], unknown>;

/** What a caller passes; absent schemas take nothing. */
export type Passed<O extends Operation> = Needed<'params', O['params']> &
  Offered<'query', O['query']> &
  Needed<'body', O['body']>;

/** What a successful answer holds; `undefined` for 204. */
export type Answer<O extends Operation> = Read<O['result'], undefined>;

/** Declares one verb. The value is returned unchanged, with its exact schema kept in the type. */
export function operation<
  const P extends Shape | undefined = undefined,
  const Q extends Shape | undefined = undefined,
  const B extends Shape | undefined = undefined,
  const R extends Shape | undefined = undefined,
>(spec: Operation<P, Q, B, R>): Operation<P, Q, B, R> {
  return spec;
}
