import { Socket } from 'node:net';
import pg from 'pg';

/** Where and as whom to connect. */
export interface Login {
  readonly host?: string;
  readonly port?: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: boolean | object;
  /** Settings of every connection, as the server's command line takes them: `-c name=value`. */
  readonly options?: string;
}

const { types } = pg;

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond exact numbers`);
  return value;
}

// Dates stay text because a calendar date has no instant; int8 is money in minor units, exact below 2^53.
const parsers: Record<number, (text: string) => unknown> = { 20: exactInteger, 1082: (text) => text };

const shipped = types.getTypeParser as (oid: number, format?: string) => (text: string) => unknown;

const typeParsers = {
  getTypeParser: (oid: number, format?: string) =>
    (format === 'binary' ? undefined : parsers[oid]) ?? shipped(oid, format),
};

/** Lets what a socket is given in one turn of the event loop leave together: a system call costs more than a statement. */
function holdForTurn(socket: Socket): void {
  const write = socket.write.bind(socket) as (...words: unknown[]) => boolean;
  let held = false;
  const letGo = () => {
    held = false;
    socket.uncork();
  };
  socket.write = (...words: unknown[]) => {
    if (!held) {
      held = true;
      socket.cork();
      process.nextTick(letGo);
    }
    return write(...words);
  };
}

function turnSocket(): Socket {
  // Connecting gives a socket its own way of writing back.
  const socket = new Socket();
  return socket.once('connect', () => holdForTurn(socket));
}

/** Opens a pool whose connections send statements without waiting for the answer to the one before. */
export function openPool(login: Login, size: number, name: string): pg.Pool {
  const pool = new pg.Pool({
    ...login,
    max: size,
    pipeline: true,
    stream: turnSocket,
    types: typeParsers,
    application_name: `dealtrail ${name}`,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
  });
  // A database that stops or dies ends its connections, idle or at work; without a listener that would end the process
  // too. Whoever waits on such a connection is told by the statement that fails.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
