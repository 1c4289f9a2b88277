import * as protocol from '@dealtrail/protocol/demo';
import type { FastifyRequest } from 'fastify';
import { type Actor, type Credential, may } from '../../kernel/access/index.ts';
import { presentSession } from '../../kernel/auth/present-session.ts';
import { ownPlace, type Seat, takeSeat } from '../../kernel/auth/seats.ts';
import type { Services } from '../../kernel/house/services.ts';
import { handleOpen } from '../../kernel/http/handle.ts';
import { problem } from '../../kernel/http/problem.ts';
import { madeUp, newestDemo } from '../store/demo-store.ts';
import { stillThere } from '../store/people-query.ts';

async function browserOf(services: Services, request: FastifyRequest): Promise<Credential> {
  const credential = await services.accounts.credentialOf(request);
  if (!credential) throw problem('not_signed_in');
  const actor = await services.accounts.actorOf(credential);
  if (!actor) throw problem('not_signed_in');
  if (credential.via !== 'session') throw problem('session_needed');
  return credential;
}

/** The account's own place, as against the seat its session may have; rights are judged there. */
async function ownActor(services: Services, { userId, proof }: Credential, requestId: string): Promise<Actor> {
  const { database, registry, time } = services;
  const nowhere = { orgId: '00000000-0000-0000-0000-000000000000', actorId: null, operation: 'demo.enter', requestId };
  const own = await database.write(nowhere, (tx) => ownPlace(tx, userId));
  const actor = own && (await registry.actors.load(database, { via: 'session', ...own, userId, proof }, time.now()));
  if (!actor) throw problem('not_signed_in');
  return actor;
}

/** Whom the session may look through: somebody made up for the standing demo of the own organisation, nobody else. */
async function seatIn(services: Services, own: Actor, memberId: string | undefined): Promise<Seat> {
  const { database } = services;
  if (!may(own, 'organization.manage')) throw problem('not_allowed');
  const [demo] = await database.readRows(own.orgId, newestDemo(own.orgId));
  if (demo?.state !== 'standing') throw problem('demo_not_standing');
  const there = await database.readRows(demo.id, stillThere(demo.id, await madeUp(database, demo.id)));
  const chosen = there.find(({ id, roleKeys }) =>
    memberId === undefined ? roleKeys.includes('administrator') : id === memberId,
  );
  if (!chosen) throw problem('not_found');
  return { orgId: demo.id, memberId: chosen.id };
}

async function sitDown(
  services: Services,
  request: FastifyRequest,
  operation: string,
  seatOf: (own: Actor) => Promise<Seat>,
) {
  const credential = await browserOf(services, request);
  const own = await ownActor(services, credential, request.id);
  const seat = await seatOf(own);
  // Noted at home: whose eyes an administrator looked through is theirs to answer for.
  const origin = { orgId: own.orgId, actorId: own.memberId, operation, requestId: request.id };
  await services.database.write(origin, (tx) => takeSeat(tx, credential.proof, seat));
  await services.accounts.forget(request);
  const actor = await services.accounts.actorOf(await browserOf(services, request));
  if (!actor) throw problem('not_signed_in');
  return presentSession(actor, services.time);
}

/** Lets a browser session look through somebody made up for the demo. */
export const enterDemo = handleOpen(protocol.enterDemo, ({ input, request, services }) =>
  sitDown(services, request, protocol.enterDemo.id, (own) => seatIn(services, own, input.memberId)),
);

/** Brings a browser session back to its own place. */
export const leaveDemo = handleOpen(protocol.leaveDemo, ({ request, services }) =>
  sitDown(services, request, protocol.leaveDemo.id, async ({ orgId, memberId }) => ({ orgId, memberId })),
);
