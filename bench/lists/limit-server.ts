import fastify from 'fastify';
import { Database, type Logins, type Statement } from '../../server/src/kernel/db/index.ts';
import { systemTime } from '../../server/src/kernel/time/time.ts';

/** What the bare server is given: the very statements the product runs, case by case. */
interface Orders {
  readonly logins: Logins;
  readonly orgId: string;
  readonly cases: Readonly<Record<string, readonly Statement[]>>;
}

/**
 * The yardstick: a bare route that runs the same named statements in the same flight and sends the text PostgreSQL made.
 * No account, no rights, no masks, no check of the answer.
 */
async function serve(orders: Orders): Promise<void> {
  const database = new Database(orders.logins, 10, systemTime(), new Map());
  const app = fastify({ logger: false });
  app.get('/hello', async () => ({ hello: 'world' }));
  app.get<{ Params: { name: string } }>('/limit/:name', async (request, reply) => {
    const statements = orders.cases[request.params.name] ?? [];
    const results = await database.read(orders.orgId, statements);
    const items = results.find((result) => result.fields[0]?.name === 'items')?.rows[0]?.items as string;
    return reply.header('content-type', 'application/json').send(`{"items":${items}}`);
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({ address });
}

process.once('message', (orders: Orders) => void serve(orders));
