import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Accounts } from '../auth/accounts.ts';
import type { Storage } from '../attachments/storage/index.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../db/index.ts';
import type { RequestLimits } from '../http/limits/request-limits.ts';
import type { Mailer } from '../mail/index.ts';
import type { Streams } from '../streams/index.ts';
import type { Time } from '../time/time.ts';

/** A second house of this process under a time of its own. */
export interface HouseUnderTime {
  readonly services: Services;
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

/**
 * The rooms an operation may use beside its transaction; one set a process. What the chapters bring (`registry`) is added
 * where it is described, in `module.ts`: a verb knows the rooms, and the registry knows the verbs.
 */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly time: Time;
  readonly accounts: Accounts;
  readonly mailer: Mailer;
  readonly storage: Storage;
  readonly streams: Streams;
  readonly requestLimits: RequestLimits;
  readonly log: FastifyBaseLogger;
  /**
   * Opens the same house a second time in this process, under another time, to live through a past: its commits do not
   * wait for the disk, no mail leaves it and no job of its own runs. Whoever opens it closes it.
   */
  openUnder(time: Time): Promise<HouseUnderTime>;
  /** Once draining, the process takes no new work; balancers see it within one check. */
  readonly lifecycle: { draining: boolean };
}
