import { expect, test } from 'vitest';
import { house } from '../../../house.ts';
import { assemble } from '../../../kernel/house/registry.ts';

const { policies, messages } = assemble(house);

test.each([...policies.keys()])(
  'the rule of the time limit %s repeats no amount the organisation may change',
  (key) => {
    for (const words of [messages.zh, messages.en]) expect(words[`clocks.${key}.why`]).not.toMatch(/\d/);
  },
);
