import { clocksEn, clocksZh } from '@dealtrail/protocol/clocks/messages';
import { expect, test } from 'vitest';
import { house } from '../../../house.ts';

const policies = house.flatMap((module) => module.clocks ?? []).map(({ key, why }) => ({ key, why }));

test.each(policies)('the time limit $key has a name and a reason in both languages', ({ key, why }) => {
  const known = new Set([...why.zh.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  for (const words of [clocksZh, clocksEn] as Record<string, string>[]) {
    expect(words[`clocks.${key}.title`]).toBeTruthy();
    const reason = words[`clocks.${key}.why`] ?? '';
    expect(reason).not.toBe('');
    for (const [, name] of reason.matchAll(/\{(\w+)\}/g)) expect(known).toContain(name);
  }
});
