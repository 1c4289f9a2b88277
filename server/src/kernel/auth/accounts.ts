import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, ActorLoader, Credential } from '../access/index.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import type { Time } from '../time/time.ts';
import { passwordHashOf } from './account-store.ts';
import { Attempts, gates } from './attempts.ts';
import { endedCookie, sessionCookie, sessionTokenOf } from './cookie.ts';
import { hashNewPassword, passwordFits } from './passwords.ts';
import type { PasswordOwner } from './rules/password-policy.ts';
import { hashOf } from './secrets.ts';
import { SEEN_MS, SESSION_SECONDS, seeSession } from './sessions.ts';
import { guarded, openDoor, type Typed } from './sign-in.ts';
import { logAccountAct } from './sign-in-log.ts';
import { traceOf } from './trace.ts';

const REMEMBERED = 5_000;

interface Remembered {
  readonly credential: Credential;
  /** When the database last heard that the session is used. */
  seenAt: number;
}

/** Accounts of one process: who a request comes from, signing in, and passwords. */
export class Accounts {
  /** Wrong tries of this process; flows beside signing in count theirs here too. */
  readonly attempts: Attempts;
  readonly #config: Config;
  readonly #database: Database;
  readonly #time: Time;
  readonly #secret: string;
  readonly #actors = new Map<string, Actor>();
  readonly #credentials = new Map<string, Remembered>();
  readonly #loader: ActorLoader;
  #cursorKey: KeyObject | undefined;

  private constructor(config: Config, database: Database, time: Time, loader: ActorLoader, secret: string) {
    this.#config = config;
    this.#database = database;
    this.#time = time;
    this.#secret = secret;
    this.#loader = loader;
    this.attempts = new Attempts(time);
  }

  /** Opens the room with the installation's secret, which is made at the first start and kept in the database. */
  static async open(config: Config, database: Database, time: Time, loader: ActorLoader): Promise<Accounts> {
    await database.writes.query(
      `insert into auth.secrets (name, value) values ('session', $1) on conflict on constraint secrets_pk do nothing`,
      [randomBytes(32).toString('base64url')],
    );
    const { rows } = await database.writes.query(`select value from auth.secrets where name = 'session'`);
    return new Accounts(config, database, time, loader, rows[0].value as string);
  }

  /** A secret of the installation for one purpose; the same in every process and after a restart. */
  #secretFor(purpose: string): Buffer {
    return createHmac('sha256', this.#secret).update(`dealtrail ${purpose}`).digest();
  }

  /** The key that seals the secrets of second factors. */
  get factorKey(): Buffer {
    return this.#secretFor('second factor');
  }

  /** The key that signs the cursors of lists. */
  get cursorKey(): KeyObject {
    this.#cursorKey ??= createSecretKey(this.#secretFor('cursor'));
    return this.#cursorKey;
  }

  get #secure(): boolean {
    return this.#config.publicUrl.startsWith('https:');
  }

  /** The credential of a request; undefined when there is none or it is worthless. */
  async credentialOf(request: FastifyRequest): Promise<Credential | undefined> {
    const bearer = /^Bearer (\S{10,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (request.headers.authorization !== undefined) return bearer ? this.#byKey(hashOf(bearer)) : undefined;
    const token = sessionTokenOf(request.headers.cookie, this.#secret);
    return token ? this.#bySession(hashOf(token)) : undefined;
  }

  async #bySession(hash: string): Promise<Credential | undefined> {
    const now = this.#time.now();
    const known = this.#credentials.get(hash);
    if (known) {
      if (now.getTime() - known.seenAt >= SEEN_MS) {
        known.seenAt = now.getTime();
        await seeSession(this.#database, hash, now);
      }
      return known.credential;
    }
    const { rows } = await this.#database.writes.query(
      `select m.user_id, coalesce(t.org_id, m.org_id) as org_id, coalesce(t.member_id, m.member_id) as member_id,
         t.member_id is not null and t.member_id <> m.member_id as seated, s."updatedAt" as seen_at
       from auth."session" s join auth.memberships m on m.user_id = s."userId" left join auth.seats t on t.session_id = s."id"
       where s."token" = $1 and s."expiresAt" > $2 order by m.created_at limit 1`,
      [hash, now],
    );
    const row = rows[0] as
      | { user_id: string; org_id: string; member_id: string; seated: boolean; seen_at: Date }
      | undefined;
    if (!row) return undefined;
    const ids = { orgId: row.org_id, memberId: row.member_id, userId: row.user_id };
    return this.#remember(hash, { via: 'session', ...ids, proof: hash, seated: row.seated }, row.seen_at.getTime());
  }

  async #byKey(hash: string): Promise<Credential | undefined> {
    const known = this.#credentials.get(hash);
    if (known) return known.credential;
    const { rows } = await this.#database.writes.query(
      'update auth.api_keys set last_used_on = $2 where key_hash = $1 and revoked_at is null returning id, user_id, org_id, member_id',
      [hash, this.#time.today('UTC')],
    );
    const row = rows[0] as { id: string; user_id: string; org_id: string; member_id: string } | undefined;
    if (!row) return undefined;
    const ids = { orgId: row.org_id, memberId: row.member_id, userId: row.user_id };
    return this.#remember(hash, { via: 'key', ...ids, proof: row.id }, 0);
  }

  #remember(key: string, credential: Credential, seenAt: number): Credential {
    if (this.#credentials.size >= REMEMBERED) this.#credentials.clear();
    this.#credentials.set(key, { credential, seenAt });
    return credential;
  }

  /** The member behind a credential with their rights; kept until the epoch moves, a share ends or standing in for somebody begins or ends. */
  async actorOf(credential: Credential): Promise<Actor | undefined> {
    const now = this.#time.now();
    const known = this.#actors.get(credential.proof);
    if (known && !(known.rightsMoveAt && known.rightsMoveAt <= now)) return known;
    const actor = await this.#loader.load(this.#database, credential, now);
    if (!actor) return undefined;
    if (this.#actors.size >= REMEMBERED) this.#actors.clear();
    this.#actors.set(credential.proof, actor);
    return actor;
  }

  /** Drops what is remembered of a request's credential, so that it is looked up anew. */
  async forget(request: FastifyRequest): Promise<void> {
    const credential = await this.credentialOf(request);
    if (credential) this.#drop(credential.proof);
  }

  #drop(proof: string): void {
    this.#actors.delete(proof);
    for (const [key, { credential }] of this.#credentials)
      if (credential.proof === proof) this.#credentials.delete(key);
  }

  /** Checks what was typed at the door and gives the browser its session; see `openDoor` for the refusals. */
  async signIn(request: FastifyRequest, reply: FastifyReply, typed: Typed): Promise<Actor> {
    const { attempts, factorKey } = this;
    const door = { database: this.#database, time: this.#time, attempts, factorKey };
    const actor = await this.admit(reply, await openDoor(door, typed, traceOf(request), request.id));
    if (actor.secondStep === 'due') await this.#noteDue(actor, request);
    return actor;
  }

  /** Tells in the log that somebody came in and may only set up their second step. */
  async #noteDue({ orgId, memberId }: Actor, request: FastifyRequest): Promise<void> {
    const origin = { orgId, actorId: memberId, operation: 'auth.signIn', requestId: request.id };
    await this.#database.write(origin, (tx) => logAccountAct(tx, memberId, 'second_factor_due', traceOf(request)));
  }

  /** Gives a browser the cookie of a session that was committed, and tells whose it is. */
  async admit(reply: FastifyReply, token: string): Promise<Actor> {
    reply.header('set-cookie', sessionCookie(token, this.#secret, SESSION_SECONDS, this.#secure));
    const credential = await this.#bySession(hashOf(token));
    const actor = credential && (await this.actorOf(credential));
    // An account whose membership ended at this moment has nowhere to go.
    if (!actor) throw problem('wrong_credentials');
    return actor;
  }

  /** Takes the cookie of an ended session away and forgets who it was. */
  dismiss(credential: Credential, reply: FastifyReply): void {
    this.#drop(credential.proof);
    reply.header('set-cookie', endedCookie(this.#secure));
  }

  /** Asks somebody who is signed in for their password again; `password_wrong` at the field, and five tries. */
  async confirmPassword(actor: Actor, password: string, field = 'password'): Promise<void> {
    const asked = [gates.own(actor.userId)];
    await guarded(this.attempts, asked, async () => {
      if (await passwordFits(password, await passwordHashOf(this.#database, actor.userId))) return;
      this.attempts.failed(asked);
      throw problem('password_wrong', { fields: [{ path: field, code: 'password_wrong', message: 'password_wrong' }] });
    });
    this.attempts.succeeded(asked);
  }

  /** Hash of a new password, made before a transaction opens; `password_refused` when it is easily guessed. */
  hashPassword(password: string, owner: PasswordOwner): Promise<string> {
    return hashNewPassword(password, owner);
  }
}
