import { setTimeout as pause } from 'node:timers/promises';
import type { Intent, Ledger, Outcome } from './ledger.ts';
import type { ProductProcess } from '../../e2e/product/product-process.ts';

/** Numbers from a seed, so that a failing run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296;
  };
}

/** Sends one intent; a cut line leaves it unknown, an answer settles it. */
async function send(server: ProductProcess, apiKey: string, intent: Intent): Promise<Outcome> {
  const headers: Record<string, string> = { authorization: `Bearer ${apiKey}`, 'idempotency-key': intent.key };
  let body: string | FormData = JSON.stringify(intent.body);
  if (intent.kind === 'import') {
    const form = new FormData();
    form.set('mapping', JSON.stringify({ 公司: 'companyName', 编号: 'externalId', 来源: 'source' }));
    form.set('file', new Blob([String(intent.body)]), `${intent.key}.csv`);
    body = form;
  } else {
    headers['content-type'] = 'application/json';
  }
  const path = { lead: '/leads', convert: '/opportunities/from-lead', import: '/leads/imports' }[intent.kind];
  try {
    const answer = await fetch(`${server.address}/api/v1${path}`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(15_000),
    });
    const text = await answer.text();
    if (answer.status >= 500 || answer.status === 429) return { state: 'unknown' };
    if (answer.status >= 400) return { state: 'refused', status: answer.status };
    const told = JSON.parse(text) as { id?: string; opportunity?: { id: string } };
    return { state: 'acknowledged', id: told.id ?? told.opportunity?.id ?? '' };
  } catch {
    return { state: 'unknown' };
  }
}

const FILE_ROWS = 300;

/** Makes the next intent of one client: mostly leads, some conversions of acknowledged leads, now and then a file. */
function nextIntent(
  ledger: Ledger,
  name: string,
  serial: number,
  random: () => number,
  converted: Set<string>,
): Intent {
  const key = `${name}-${serial}`;
  const dice = random();
  if (dice < 0.03) {
    const rows = Array.from({ length: FILE_ROWS }, (_, i) => `文件公司${name}${serial}第${i}厂,${key}-${i},展会咨询`);
    return { key, kind: 'import', about: key, body: `公司,编号,来源\n${rows.join('\n')}\n` };
  }
  if (dice < 0.3) {
    const lead = ledger
      .of('lead')
      .find(({ outcome }) => outcome.state === 'acknowledged' && !converted.has(outcome.id));
    if (lead?.outcome.state === 'acknowledged') {
      converted.add(lead.outcome.id);
      return { key, kind: 'convert', about: lead.outcome.id, body: { leadId: lead.outcome.id } };
    }
  }
  const body = {
    companyName: `客户${name}之${serial}公司`,
    contactName: '郑总',
    source: '官网注册',
    externalId: key,
    need: '采购 20 台设备，预算已批',
  };
  return { key, kind: 'lead', about: key, body };
}

/** One client: intends, sends, settles, until told to stop. */
export async function runClient(
  server: ProductProcess,
  apiKey: string,
  ledger: Ledger,
  name: string,
  seed: number,
  converted: Set<string>,
  stop: AbortSignal,
): Promise<void> {
  const random = seeded(seed);
  for (let serial = 0; !stop.aborted; serial += 1) {
    const intent = nextIntent(ledger, name, serial, random, converted);
    ledger.intend(intent);
    const outcome = await send(server, apiKey, intent);
    ledger.settle(intent.key, outcome);
    if (outcome.state === 'unknown') await pause(100);
  }
}

/** Sends every intent without an answer again with its key, until each has one. */
export async function resolveUnknown(server: ProductProcess, apiKey: string, ledger: Ledger): Promise<number> {
  let repeated = 0;
  for (const { intent, outcome } of ledger.entries.values()) {
    for (let tries = 0; outcome.state === 'unknown' && tries < 20; tries += 1) {
      repeated += 1;
      const again = await send(server, apiKey, intent);
      if (again.state !== 'unknown') {
        ledger.settle(intent.key, again);
        break;
      }
      await pause(250);
    }
  }
  return repeated;
}
