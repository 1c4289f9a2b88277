import { expect, test } from 'vitest';
import { loopGuard } from './guard.ts';

const act = (rule: string, record = 'lead') => ({ rule, record });

test.each([
  ['nothing led here', [], undefined],
  ['another automation led here', [act('other')], undefined],
  ['it acted on another record of the chain', [act('mine', 'deal')], undefined],
  ['it acted on this record in the chain', [act('mine')], 'automation.why.again_in_chain'],
  ['it acted on it two acts ago', [act('mine'), act('other')], 'automation.why.again_in_chain'],
  ['two acts led here', [act('a'), act('b')], undefined],
  ['three acts led here', [act('a'), act('b'), act('c')], 'automation.why.chain_too_long'],
])('where %s, an automation %j is stopped by %s', (_, chain, key) => {
  expect(loopGuard(chain, 'mine', 'lead')?.key).toBe(key);
});
