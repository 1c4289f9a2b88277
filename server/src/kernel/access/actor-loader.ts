import type { Database, Statement } from '../db/index.ts';
import type { Actor } from './actor.ts';

/** Which member a credential stands for. */
export interface Credential {
  readonly via: 'session' | 'key';
  readonly orgId: string;
  readonly memberId: string;
  readonly userId: string;
  /** Session token or key id, as the guard checks it. */
  readonly proof: string;
  /** The session looks through another member's eyes than its account's own. */
  readonly seated?: boolean;
}

/** How members and their rights are found; one chapter registers it. */
export interface ActorLoader {
  load(database: Database, credential: Credential, now: Date): Promise<Actor | undefined>;
  /** One row `epoch`, equal to the actor's while sign-in, roles and departments are unchanged; no row when ended. */
  guard(credential: Credential, now: Date): Statement;
  /** The same for many of one organisation: one row `proof`, `epoch` for each that stands; no row for those that ended. */
  readonly guards: (orgId: string, credentials: readonly Credential[], now: Date) => Statement;
}
