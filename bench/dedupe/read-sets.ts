import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { duplicates } from '../../server/src/modules/customers/index.ts';

/** A record as somebody would have typed it, and which entity it truly is: never shown to the matcher. */
export interface Labelled {
  readonly party: duplicates.Party;
  readonly entity: string;
}

/** Two parties of whom somebody said whether they are one. */
export interface LabelledPair {
  readonly one: duplicates.Party;
  readonly other: duplicates.Party;
  readonly same: boolean;
}

/** A set of records to be paired with one another, or of pairs to be judged. */
export type LabelledSet =
  | { readonly name: string; readonly records: readonly Labelled[] }
  | { readonly name: string; readonly from: readonly Labelled[]; readonly to: readonly Labelled[] }
  | { readonly name: string; readonly pairs: readonly LabelledPair[] };

function textOf(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

type Row = Readonly<Record<string, string>>;

/** The cells of a line; blanks around a cell and its quotes are not part of it. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*?))\s*(?:,|$)/g)]
    .slice(0, -1)
    .map(([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare);

/** The rows of a file by the names of its columns; no cell of these sets holds a line break. */
function rowsOf(path: string): Row[] {
  const [head = '', ...lines] = textOf(path)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter(Boolean);
  const names = cellsOf(head);
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, at) => [names[at] ?? '', cell])));
}

const joined = (...texts: (string | undefined)[]): string | null => texts.filter(Boolean).join(' ') || null;

const day = (text = ''): string | null => (/^\d{8}$|^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** A person of Febrl; its number of social security is an id that another system gave. */
const febrl = (row: Row): Labelled => ({
  entity: /^rec-(\d+)-/.exec(row.rec_id ?? '')?.[1] ?? '',
  party: {
    contactName: joined(row.given_name, row.surname),
    address: joined(row.street_number, row.address_1, row.address_2),
    place: row.suburb ?? null,
    postcode: row.postcode ?? null,
    bornOn: day(row.date_of_birth),
    externalId: row.soc_sec_id || null,
  },
});

const restaurant = (row: Row): Labelled => ({
  entity: row.unique_id ?? '',
  party: { companyName: row.name ?? null, address: row.address ?? null, place: row.city ?? null },
});

const person = (row: Row): Labelled => ({
  entity: row.cluster ?? '',
  party: {
    contactName: joined(row.first_name, row.surname),
    place: row.city || null,
    bornOn: day(row.dob),
    emails: row.email ? [row.email.toLowerCase()] : [],
  },
});

const namePair = (row: Row): LabelledPair => {
  const field = row.schema === 'Person' ? 'contactName' : 'companyName';
  return { one: { [field]: row.name1 }, other: { [field]: row.name2 }, same: row.is_match === 'true' };
};

/** Full names with the short names they go by; a name without one pairs with none. */
function shortNames(path: string): { from: Labelled[]; to: Labelled[] } {
  const lines = textOf(path).split(/\r?\n/).filter(Boolean);
  const known = lines.map((line) => line.trim().split(/\s+/));
  const brands = new Set(known.flatMap(([, brand]) => brand ?? []));
  return {
    from: known.map(([full = '', brand = '']) => ({ entity: brand, party: { companyName: full } })),
    to: [...brands].map((brand) => ({ entity: brand, party: { companyName: brand } })),
  };
}

/** The sets that lie in a folder laid out like ../shared/data; what is not there is left out. */
export function readSets(folder: string): LabelledSet[] {
  const at = (...parts: string[]) => join(folder, ...parts);
  const sets: [string, string, (path: string, name: string) => LabelledSet][] = [
    ...[1, 2, 3, 4].map((n): (typeof sets)[number] => [
      `er_febrl ${n}`,
      at('er_febrl', `dataset${n}.csv.gz`),
      (path, name) => ({ name, records: rowsOf(path).map(febrl) }),
    ]),
    [
      'er_restaurants',
      at('er_restaurants', 'restaurants.csv'),
      (path, name) => ({ name, records: rowsOf(path).map(restaurant) }),
    ],
    [
      'er_people_fake1000',
      at('er_people_fake1000', 'people.csv'),
      (path, name) => ({ name, records: rowsOf(path).map(person) }),
    ],
  ];
  const parted = ['train', 'test', 'acceptance'].flatMap((part): typeof sets => [
    [
      `er_name_pairs ${part}`,
      at('er_name_pairs', `name_pairs_${part}.csv`),
      (path, name) => ({ name, pairs: rowsOf(path).map(namePair) }),
    ],
    [
      `cn_company_names ${part}`,
      at('cn_company_names', `brand_gold_${part}.txt`),
      (path, name) => ({ name, ...shortNames(path) }),
    ],
  ]);
  return [...sets, ...parted].flatMap(([name, path, read]) => (existsSync(path) ? [read(path, name)] : []));
}
