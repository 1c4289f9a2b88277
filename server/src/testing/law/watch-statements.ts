import pg from 'pg';

interface Driver {
  query: (this: pg.Client, ...args: unknown[]) => unknown;
}

const seen = new Set<string>();
/** Files of one worker share statements: each is judged once. */
const judged = new Set<string>();
const driver = pg.Client.prototype as unknown as Driver;
const send = driver.query;

/** Connections of the product carry its name; those of a test that prepares or inspects as the owner do not. */
function isTheProducts(client: pg.Client): boolean {
  const { application_name: name } = (client as unknown as { connectionParameters: { application_name?: string } })
    .connectionParameters;
  return name === 'dealtrail write' || name === 'dealtrail read' || name === 'dealtrail numbers';
}

// Every statement the product sends is kept once, whichever test made it.
driver.query = function query(this: pg.Client, ...args: unknown[]): unknown {
  const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text?: unknown } | null)?.text;
  if (typeof text === 'string' && !judged.has(text) && isTheProducts(this)) seen.add(text);
  return send.apply(this, args);
};

/** What the statements sent since the last call do against the law for tables and queries, each with its text. */
export async function breachesSeen(): Promise<string[]> {
  // Most files send nothing; the parser is theirs to do without.
  if (seen.size === 0) return [];
  const { breachesOf } = await import('./statement-law.ts');
  const wrong = [...seen].flatMap((text) => breachesOf(text).map((breach) => `${breach}\n    ${text.slice(0, 600)}`));
  for (const text of seen) judged.add(text);
  seen.clear();
  return wrong;
}
