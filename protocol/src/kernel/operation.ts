import type { z } from 'zod';

/** How the phone treats an act without a signal: `online` needs the server now, `queue` may wait in the outbox. */
export type OfflineMode = 'online' | 'queue';

/**
 * Who may call: `public` needs no account, `member` any signed-in member, otherwise a permission `<chapter>.<verb>`
 * that the member's roles grant with a scope.
 */
export type Permission = 'public' | 'member' | `${string}.${string}`;

/** What travels: JSON both ways by default; `file` answers with bytes, `multipart` receives them. */
export type BodyKind = 'json' | 'multipart';

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
  readonly summary: string;
}

type Read<S> = S extends z.ZodType ? z.output<S> : undefined;
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What the server's handler receives, after validation. */
export interface Received<O extends Operation> {
  readonly params: O extends Operation<infer P, Shape | undefined, Shape | undefined, Shape | undefined> ? Read<P> : never;
  readonly query: O extends Operation<Shape | undefined, infer Q, Shape | undefined, Shape | undefined> ? Read<Q> : never;
  readonly body: O extends Operation<Shape | undefined, Shape | undefined, infer B, Shape | undefined> ? Read<B> : never;
}

/** What a caller passes; absent schemas take nothing. */
export type Passed<O extends Operation> = (O['params'] extends z.ZodType
  ? { readonly params: Sent<O['params']> }
  : { readonly params?: undefined }) &
  (O['query'] extends z.ZodType ? { readonly query?: Sent<O['query']> } : { readonly query?: undefined }) &
  (O['body'] extends z.ZodType ? { readonly body: Sent<O['body']> } : { readonly body?: undefined });

/** What a successful answer holds; `undefined` for 204. */
export type Answer<O extends Operation> = Read<O['result']>;

/** Declares one verb. The value is returned unchanged, with its exact schema kept in the type. */
export function operation<
  const P extends Shape | undefined = undefined,
  const Q extends Shape | undefined = undefined,
  const B extends Shape | undefined = undefined,
  const R extends Shape | undefined = undefined,
>(spec: Operation<P, Q, B, R>): Operation<P, Q, B, R> {
  return spec;
}
