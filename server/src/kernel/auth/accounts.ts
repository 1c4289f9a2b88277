import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, ActorLoader, Credential } from '../access/index.ts';
import type { Config } from '../config/config.ts';
import type { Database, Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import type { Time } from '../time/time.ts';
import { Attempts } from './attempts.ts';
import { sessionTokenOf } from './cookie.ts';
import type { SignInLibrary } from './sign-in-library.ts';

/** SHA-256 of a secret that is only ever compared: API keys, invitation and set-up tokens. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** A new secret of 256 bits with a prefix that tells what it is. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

const REMEMBERED = 5_000;

/** Accounts of one process: who a request comes from, signing in and out, and new accounts. */
export class Accounts {
  readonly #config: Config;
  readonly #database: Database;
  readonly #time: Time;
  readonly #secret: string;
  #library: Promise<SignInLibrary> | undefined;
  readonly #actors = new Map<string, Actor>();
  readonly #credentials = new Map<string, Credential>();
  readonly #attempts: Attempts;
  readonly #loader: ActorLoader;

  private constructor(config: Config, database: Database, time: Time, loader: ActorLoader, secret: string) {
    this.#config = config;
    this.#database = database;
    this.#time = time;
    this.#secret = secret;
    this.#loader = loader;
    this.#attempts = new Attempts(time);
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

  /** A secret of the installation for one purpose, such as signing cursors; the same in every process and after a restart. */
  signingSecret(purpose: string): Buffer {
    return createHmac('sha256', this.#secret).update(`dealtrail ${purpose}`).digest();
  }

  /** The account library; loaded at the first sign-in, because reading it costs a fifth of a second of the start. */
  #loaded(): Promise<SignInLibrary> {
    this.#library ??= import('./sign-in-library.ts').then(({ signInLibrary }) =>
      signInLibrary(this.#config, this.#database, this.#secret),
    );
    return this.#library;
  }

  /** The credential of a request; undefined when there is none or it is worthless. */
  async credentialOf(request: FastifyRequest): Promise<Credential | undefined> {
    const bearer = /^Bearer (\S{10,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (request.headers.authorization !== undefined) return bearer ? this.#byKey(bearer) : undefined;
    const token = sessionTokenOf(request.headers.cookie, this.#secret);
    return token ? this.#bySession(token) : undefined;
  }

  async #bySession(token: string): Promise<Credential | undefined> {
    const known = this.#credentials.get(token);
    if (known) return known;
    const { rows } = await this.#database.writes.query(
      `select m.user_id, m.org_id, m.member_id from auth."session" s join auth.memberships m on m.user_id = s."userId"
       where s."token" = $1 and s."expiresAt" > $2 order by m.created_at limit 1`,
      [token, this.#time.now()],
    );
    const row = rows[0] as { user_id: string; org_id: string; member_id: string } | undefined;
    if (!row) return undefined;
    return this.#remember(token, {
      via: 'session',
      orgId: row.org_id,
      memberId: row.member_id,
      userId: row.user_id,
      proof: token,
    });
  }

  async #byKey(key: string): Promise<Credential | undefined> {
    const hash = hashOf(key);
    const known = this.#credentials.get(hash);
    if (known) return known;
    const { rows } = await this.#database.writes.query(
      'update auth.api_keys set last_used_on = $2 where key_hash = $1 and revoked_at is null returning id, user_id, org_id, member_id',
      [hash, this.#time.today('UTC')],
    );
    const row = rows[0] as { id: string; user_id: string; org_id: string; member_id: string } | undefined;
    if (!row) return undefined;
    return this.#remember(hash, {
      via: 'key',
      orgId: row.org_id,
      memberId: row.member_id,
      userId: row.user_id,
      proof: row.id,
    });
  }

  #remember(key: string, credential: Credential): Credential {
    if (this.#credentials.size >= REMEMBERED) this.#credentials.clear();
    this.#credentials.set(key, credential);
    return credential;
  }

  /** The member behind a credential with their rights; kept until the epoch moves or a share ends. */
  async actorOf(credential: Credential): Promise<Actor | undefined> {
    const now = this.#time.now();
    const known = this.#actors.get(credential.proof);
    if (known && !(known.sharesEndAt && known.sharesEndAt <= now)) return known;
    const actor = await this.#loader.load(this.#database, credential, now);
    if (!actor) return undefined;
    if (this.#actors.size >= REMEMBERED) this.#actors.clear();
    this.#actors.set(credential.proof, actor);
    return actor;
  }

  /** Drops what is remembered of a request's credential, so that it is looked up anew. */
  async forget(request: FastifyRequest): Promise<void> {
    const credential = await this.credentialOf(request);
    if (!credential) return;
    this.#actors.delete(credential.proof);
    for (const [key, kept] of this.#credentials) if (kept.proof === credential.proof) this.#credentials.delete(key);
  }

  async #checkPassword(email: string, password: string, peer: string): Promise<Response> {
    const end = this.#attempts.begin(email, peer);
    try {
      const library = await this.#loaded();
      const answer = await library.api.signInEmail({
        body: { email, password },
        headers: new Headers(),
        asResponse: true,
      });
      // A fault of the account library, or of the database below it, is nobody's wrong password.
      if (answer.status >= 500) throw problem('unavailable', { retryAfter: 2 });
      if (!answer.ok) {
        this.#attempts.failed(email, peer);
        throw problem('wrong_credentials');
      }
      this.#attempts.succeeded(email);
      return answer;
    } finally {
      end();
    }
  }

  /** Checks e-mail and password and sets the session cookie. Wrong: 401, alike for unknown accounts; too often: 429. */
  async signIn(request: FastifyRequest, reply: FastifyReply, email: string, password: string): Promise<Credential> {
    const wait = this.#attempts.waitFor(email, request.ip);
    if (wait > 0) throw problem('too_many_requests', { retryAfter: wait, params: { seconds: wait } });
    const answer = await this.#checkPassword(email, password, request.ip);
    const cookies = answer.headers.getSetCookie();
    reply.header('set-cookie', cookies);
    const header = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    const token = sessionTokenOf(header, this.#secret);
    const credential = token ? await this.#bySession(token) : undefined;
    // An account whose memberships all ended has nowhere to go.
    if (!credential) throw problem('wrong_credentials');
    return credential;
  }

  /** Ends the session of a request on the server and takes its cookie away. */
  async signOut(credential: Credential, reply: FastifyReply): Promise<void> {
    if (credential.via === 'session') {
      await this.#database.writes.query('delete from auth."session" where "token" = $1', [credential.proof]);
    }
    this.#actors.delete(credential.proof);
    this.#credentials.delete(credential.proof);
    const secure = this.#config.publicUrl.startsWith('https:');
    const name = `${secure ? '__Secure-' : ''}dealtrail.session_token`;
    reply.header('set-cookie', `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`);
  }

  /** Hash of a password, made before a transaction opens: it takes a third of a second on purpose. */
  async hashPassword(password: string): Promise<string> {
    const context = await (await this.#loaded()).$context;
    return context.password.hash(password);
  }
}

/** Makes an account with its password inside the caller's transaction; `email_taken` when the address has one. */
export async function insertAccount(
  tx: Tx,
  account: { userId: string; name: string; email: string; passwordHash: string },
): Promise<void> {
  const now = tx.time.now();
  const made = await tx.run({
    text: `insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
      values ($1, $2, $3, true, $4, $4) on conflict on constraint user_email_key do nothing`,
    values: [account.userId, account.name, account.email, now],
  });
  if (!made.rowCount) throw problem('email_taken');
  await tx.run({
    text: `insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
      values ($1, $2, 'credential', $3, $4, $5, $5)`,
    values: [tx.time.newId(), account.userId, account.userId, account.passwordHash, now],
  });
}

/** Ties an account to its member in one organisation. */
export async function insertMembership(tx: Tx, userId: string, memberId: string): Promise<void> {
  await tx.run({
    text: 'insert into auth.memberships (user_id, org_id, member_id, created_at) values ($1, $2, $3, $4)',
    values: [userId, tx.orgId, memberId, tx.time.now()],
  });
}

/** Ends every session of an account inside the caller's transaction. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.run({ text: 'delete from auth."session" where "userId" = $1', values: [userId] });
}
