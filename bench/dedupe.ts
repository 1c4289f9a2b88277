import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../e2e/product/product-process.ts';
import { countOf } from './dedupe/find-pairs.ts';
import { readSets } from './dedupe/read-sets.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: join(root, '../shared/data') } } });
const folder = resolve(values.data);
const sets = existsSync(folder) ? readSets(folder) : [];
if (sets.length === 0) {
  console.log(JSON.stringify({ bench: 'dedupe', skipped: `no labelled sets in ${folder}` }));
} else {
  const rounded = (share: number): number => Math.round(share * 1000) / 1000;
  const measured = sets.map((set) => {
    const began = performance.now();
    const { said, right, truth, found } = countOf(set);
    const [precision, recall] = [said === 0 ? 0 : right / said, truth === 0 ? 0 : right / truth];
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const figures = { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1) };
    const ms = Math.round(performance.now() - began);
    return [set.name, { ...figures, truth, said, right, keysMet: rounded(found / truth), ms }] as const;
  });
  console.log(JSON.stringify({ bench: 'dedupe', configuration: 'as shipped', sets: Object.fromEntries(measured) }));
}
