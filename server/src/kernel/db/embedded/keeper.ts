import { Socket } from 'node:net';
import pg from 'pg';
import { readCredentials } from './credentials.ts';
import type { Postmaster } from './postmaster.ts';

const KEEPER = 'dealtrail-keeper';

/** A session that this process holds while it needs the server; when it breaks the server is gone. */
export interface Keeper {
  /** True when another process also needs the server. */
  othersNeedIt(): Promise<boolean>;
  letGo(): Promise<void>;
}

/**
 * Opens the keeper's session, under a role without any right. PostgreSQL thus knows which processes need it: a session
 * ends with its process, even after kill -9, which no file of process numbers could promise.
 */
export async function openKeeper(cluster: string, postmaster: Postmaster, lost: () => void): Promise<Keeper> {
  const socket = new Socket();
  const client = new pg.Client({
    stream: () => socket,
    host: postmaster.socketDirectory,
    port: postmaster.port,
    user: 'dealtrail_keeper',
    password: readCredentials(cluster).dealtrail_keeper,
    database: 'postgres',
    application_name: KEEPER,
  });
  let leaving = false;
  client.on('error', () => {});
  await client.connect();
  client.on('end', () => {
    if (!leaving) lost();
  });
  // A command that forgets to stop the database still ends.
  socket.unref();
  return {
    othersNeedIt: async () => {
      socket.ref();
      const found = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`,
        [KEEPER],
      );
      return (found.rows[0]?.n ?? 0) > 0;
    },
    letGo: async () => {
      leaving = true;
      await client.end().catch(() => {});
    },
  };
}
