import type { Currency } from '@dealtrail/protocol/kernel';

const MOST_MINOR = 9_000_000_000_000_000n;

const scales: Readonly<Record<string, bigint>> = {
  亿: 100_000_000n,
  千万: 10_000_000n,
  百万: 1_000_000n,
  万: 10_000n,
  w: 10_000n,
  千: 1_000n,
  k: 1_000n,
};

const signs: readonly (readonly [RegExp, Currency])[] = [
  [/hkd|hk\$|港[元币]/i, 'HKD'],
  [/sgd|s\$|新加坡元/i, 'SGD'],
  [/twd|nt\$|新?台币/i, 'TWD'],
  [/usd|us\$|\$|美元|美金/i, 'USD'],
  [/eur|欧元|€/i, 'EUR'],
  [/gbp|英镑|£/i, 'GBP'],
  [/jpy|日[元圆]/i, 'JPY'],
  [/cny|rmb|人民币|¥|元/i, 'CNY'],
];

/** Money read from a cell: minor units, with the currency the cell or its row names. */
export interface ReadBudget {
  readonly minor: number;
  readonly currency: Currency | null;
}

/**
 * Reads a budget as people write it: 200000, 20万, 20 万元, 1,200,000.50元, ¥35w, 1.2亿, $5k. `inWan`: the heading says
 * 万元, so a cell without a scale means ten thousands. Undefined for anything that is not one amount, ranges included.
 */
export function readBudget(cell: string, told: Currency | null = null, inWan = false): ReadBudget | undefined {
  const text = cell.normalize('NFKC').trim();
  const found = /^[^\d.-]*?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,6}))?\s*(亿|千万|百万|万|千|[wk])?[^\d-]*$/i.exec(text);
  if (!found) return undefined;
  const [, whole = '0', part = '', word] = found;
  const currency = told ?? signs.find(([sign]) => sign.test(text))?.[1] ?? null;
  const scale = word === undefined ? (inWan ? 10_000n : 1n) : (scales[word.toLowerCase()] ?? 1n);
  const millionths = BigInt(whole.replaceAll(',', '')) * 1_000_000n + BigInt(part.padEnd(6, '0'));
  // A yen has no smaller coin: its minor unit is the yen itself.
  const minor = (millionths * scale * (currency === 'JPY' ? 1n : 100n)) / 1_000_000n;
  return minor > MOST_MINOR ? undefined : { minor: Number(minor), currency };
}
