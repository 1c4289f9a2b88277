import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Passwords of the three accounts of an embedded cluster: the superuser, the schema owner and the keeper. */
export interface Credentials {
  postgres: string;
  dealtrail_owner: string;
  dealtrail_keeper: string;
}

/** Where a cluster's passwords lie: inside it, so that they travel with the accounts they open; mode 0600. */
export const CREDENTIALS_FILE = 'dealtrail-credentials.json';

/** Fresh passwords of 192 bits each. */
export function newCredentials(): Credentials {
  const password = () => randomBytes(24).toString('base64url');
  return { postgres: password(), dealtrail_owner: password(), dealtrail_keeper: password() };
}

/** The passwords of an existing cluster. */
export function readCredentials(cluster: string): Credentials {
  return JSON.parse(readFileSync(join(cluster, CREDENTIALS_FILE), 'utf8')) as Credentials;
}
