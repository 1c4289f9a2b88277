import { randomUUID } from 'node:crypto';
import type { Operation } from '@dealtrail/protocol/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, may } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import type { Credential } from '../access/index.ts';
import type { Services } from '../house/services.ts';
import { type Claim, claimKey, keyOf, storeAnswer } from '../idempotency/idempotency.ts';
import { followingMerges } from '../records/merge/follow-merge.ts';
import type { Route } from './handle.ts';
import { problem, settled } from './problem.ts';
import { receiveBytes } from './receive-bytes.ts';
import { ActorChanged, Reader } from './reader.ts';
import { validate } from './validate.ts';

interface SignedIn {
  readonly actor: Actor;
  readonly credential: Credential;
}

/** An answer on its way: status and serialised body. */
interface Ready {
  readonly status: number;
  readonly body: string | undefined;
  readonly replayed?: boolean;
}

/** Writes the result through its schema, so that no column leaves that the protocol does not name. */
function serialise(route: Route, value: unknown): Ready {
  const { operation } = route;
  const status = operation.status ?? (operation.result ? 200 : 204);
  if (!operation.result) return { status, body: undefined };
  return { status, body: JSON.stringify(operation.result.parse(value)) };
}

async function signedIn(route: Route, request: FastifyRequest, services: Services): Promise<SignedIn> {
  const credential = await services.accounts.credentialOf(request);
  if (!credential) {
    services.requestLimits.peer(request.ip);
    throw problem('not_signed_in');
  }
  services.requestLimits.signedIn(
    credential.via === 'key' ? `key ${credential.proof}` : `member ${credential.memberId}`,
  );
  if (credential.via === 'session' && request.method !== 'GET') refuseForeignOrigin(request);
  const actor = await services.accounts.actorOf(credential);
  if (!actor) throw problem('not_signed_in');
  const refusal = refusalOf(route.operation, actor);
  if (refusal) {
    await refuseOutdated(actor, credential, services);
    throw problem(refusal);
  }
  return { actor, credential };
}

function refusalOf(
  { permission, withoutSecondStep }: Operation,
  actor: Actor,
): 'second_step_due' | 'not_allowed' | undefined {
  if (actor.secondStep === 'due' && !withoutSecondStep) return 'second_step_due';
  return may(actor, permission) ? undefined : 'not_allowed';
}

/** What is remembered of a member may be older than the right they were just given; nobody is refused by it. */
async function refuseOutdated(
  actor: Actor,
  credential: Credential,
  { database, registry, time }: Services,
): Promise<void> {
  const [guard] = await database.read(actor.orgId, [registry.actors.guard(credential, time.now())]);
  if (guard?.rows[0]?.epoch !== actor.epoch) throw new ActorChanged();
}

/** A cookie is sent by the browser whoever asks; a write must therefore come from a page of ours. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('cross_site_request');
  const origin = request.headers.origin;
  if (
    site === undefined &&
    origin !== undefined &&
    (!URL.canParse(origin) || new URL(origin).host !== request.headers.host)
  ) {
    throw problem('cross_site_request');
  }
}

async function runRead(
  route: Route & { kind: 'read' | 'file' },
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
): Promise<unknown> {
  const { actor, credential } = await signedIn(route, request, services);
  const input = validate(route.operation, request) as never;
  const read = new Reader(services.database, actor, services.registry.actors.guard(credential, services.time.now()));
  const { time } = services;
  const { value, mergedInto } = await followingMerges(read, (input as { id?: unknown }).id, (id) =>
    route.run({
      actor,
      read,
      input: id === undefined ? input : Object.assign({}, input, { id }),
      time,
      services,
      reply,
    }),
  );
  if (mergedInto !== undefined) reply.header('merged-into', mergedInto);
  reply.header('x-statements', String(read.statements));
  return value;
}

async function openWrite(
  tx: Tx,
  credential: Credential,
  actor: Actor,
  services: Services,
  claim: Claim | undefined,
): Promise<Ready | undefined> {
  const guard = tx.run(services.registry.actors.guard(credential, services.time.now()));
  const claimed = claim ? claimKey(tx, actor.memberId, claim) : undefined;
  const [check, stored] = await Promise.all([guard, claimed]);
  if (check.rows[0]?.epoch !== actor.epoch) throw new ActorChanged();
  return stored ? { status: stored.status, body: stored.response, replayed: true } : undefined;
}

/** What one request has prepared. A stream is read once: when the request runs again, this is not done again. */
interface Preparation {
  done?: { readonly value: unknown };
}

async function runWrite(
  route: Route & { kind: 'write' },
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  preparation: Preparation,
): Promise<Ready> {
  const { actor, credential } = await signedIn(route, request, services);
  const input = validate(route.operation, request) as never;
  preparation.done ??= { value: await route.prepare?.({ actor, input, request, services }) };
  const prepared = preparation.done.value as never;
  const claim = keyOf(request, route.operation, input, prepared);
  const origin = {
    orgId: actor.orgId,
    actorId: actor.memberId,
    operation: route.operation.id,
    requestId: request.id,
    standsFor: actor.standsFor ?? [],
  };
  const sent: { tx?: Tx } = {};
  const ready = await services.database.write(
    origin,
    async (tx) => {
      sent.tx = tx;
      const stored = await openWrite(tx, credential, actor, services, claim);
      if (stored && route.operation.secret) throw problem('answer_not_kept');
      if (stored) return stored;
      const value = await route.run({ actor, tx, input, time: services.time, prepared, services });
      return serialise(route, value);
    },
    (answer) =>
      claim && !answer.replayed
        ? [
            storeAnswer(
              actor.orgId,
              actor.memberId,
              claim,
              answer.status,
              route.operation.secret ? undefined : answer.body,
            ),
          ]
        : [],
  );
  reply.header('x-statements', String(sent.tx?.statements ?? 0));
  return ready;
}

function send(reply: FastifyReply, ready: Ready): FastifyReply {
  reply.code(ready.status).header('cache-control', 'no-store');
  if (ready.replayed) reply.header('idempotency-replayed', 'true');
  if (ready.body === undefined) return reply.send();
  return reply.header('content-type', 'application/json; charset=utf-8').send(ready.body);
}

async function runOnce(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  preparation: Preparation,
): Promise<unknown> {
  if (route.kind === 'write') {
    const ready = await runWrite(route, request, reply, services, preparation).catch(async (error: unknown) => {
      throw await settled(error);
    });
    return send(reply, ready);
  }
  if (route.kind === 'read') return send(reply, serialise(route, await runRead(route, request, reply, services)));
  if (route.kind === 'file') return runRead(route, request, reply, services);
  services.requestLimits.peer(request.ip);
  const input = validate(route.operation, request) as never;
  const value = await route.run({ input, request, reply, services });
  // A form of a plain page is answered with the way to another page.
  return reply.sent ? reply : send(reply, serialise(route, value));
}

/** Rights that changed under a request are loaded anew and it runs once more; who changes faster must ask again. */
async function runFresh(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
): Promise<unknown> {
  const preparation: Preparation = {};
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      return await runOnce(route, request, reply, services, preparation);
    } catch (error) {
      if (!(error instanceof ActorChanged)) throw error;
      await services.accounts.forget(request);
    }
  }
  throw problem('conflict');
}

/** The answer may be read by pages of any origin; no cookie travels with such a call. */
async function readableAnywhere(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
}

/** Tells pages of other origins, which ask first, that they may call the verbs that say so. */
function answerOtherOrigins(app: FastifyInstance, services: Services): void {
  const methods = new Map<string, string[]>();
  for (const { operation } of services.registry.routes) {
    const url = `/api/v1${operation.path}`;
    if (operation.crossOrigin) methods.set(url, [...(methods.get(url) ?? []), operation.method]);
  }
  for (const [url, allowed] of methods) {
    app.options(url, { onRequest: readableAnywhere }, (_request, reply) =>
      reply
        .header('access-control-allow-methods', allowed.join(', '))
        .header('access-control-allow-headers', 'content-type')
        .header('access-control-max-age', '7200')
        .code(204)
        .send(),
    );
  }
}

/** Binds every verb of the house to its path. */
export function bindRoutes(app: FastifyInstance, services: Services): void {
  answerOtherOrigins(app, services);
  const bind = (scope: FastifyInstance, route: Route) =>
    scope.route({
      method: route.operation.method,
      url: `/api/v1${route.operation.path}`,
      ...(route.operation.crossOrigin ? { onRequest: readableAnywhere } : {}),
      handler: (request, reply) => runFresh(route, request, reply, services),
    });
  const [foreign, own] = [true, false].map((bytes) =>
    services.registry.routes.filter(({ operation }) => (operation.bodyKind === 'bytes') === bytes),
  );
  for (const route of own ?? []) bind(app, route);
  app.register(async (scope) => {
    receiveBytes(scope);
    for (const route of foreign ?? []) bind(scope, route);
  });
}

/** Names one request in log, audit and events; a caller's own id is not trusted. */
export function newRequestId(): string {
  return randomUUID();
}
