import pg from 'pg';
import { afterAll } from 'vitest';

interface Driver {
  query: (this: pg.Client, ...args: unknown[]) => unknown;
}

const seen = new Set<string>();
const driver = pg.Client.prototype as unknown as Driver;
const send = driver.query;

/** Connections of the product carry its name; those of a test that prepares or inspects as the owner do not. */
function isTheProducts(client: pg.Client): boolean {
  const { application_name: name } = (client as unknown as { connectionParameters: { application_name?: string } })
    .connectionParameters;
  return name === 'dealtrail write' || name === 'dealtrail read' || name === 'dealtrail numbers';
}

// Every statement the product sends in this test file is kept once, whichever test made it.
driver.query = function query(this: pg.Client, ...args: unknown[]): unknown {
  const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text?: unknown } | null)?.text;
  if (typeof text === 'string' && isTheProducts(this)) seen.add(text);
  return send.apply(this, args);
};

afterAll(async () => {
  // Most files send nothing; the parser is theirs to do without.
  if (seen.size === 0) return;
  const { breachesOf } = await import('./statement-law.ts');
  const wrong = [...seen].flatMap((text) => breachesOf(text).map((breach) => `${breach}\n    ${text.slice(0, 600)}`));
  if (wrong.length > 0) throw new Error(`statements against the law for tables and queries:\n  ${wrong.join('\n  ')}`);
});
