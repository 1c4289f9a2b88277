import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AssignmentRule, chooseOwner } from './assignment.ts';
import type { Assignee } from './giving/takers.ts';
import type { Credits } from './giving/take-turns.ts';

const nothing = { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] };
const rule = (id: string, change: Partial<AssignmentRule> = {}): AssignmentRule =>
  AssignmentRule.parse({
    id,
    name: `规则${id}`,
    active: true,
    departmentIds: [],
    memberIds: [],
    supervisorFirst: false,
    skills: [],
    strategy: 'load',
    weights: {},
    atWorkOnly: false,
    ...change,
    conditions: { ...nothing, ...change.conditions },
  });
const person = (id: string, change: Partial<Assignee> = {}): Assignee => ({
  id,
  name: id,
  departmentIds: ['east'],
  supervises: [],
  skills: [],
  absent: false,
  openLoad: 0,
  capacity: 50,
  ...change,
});

const people = [
  person('e1'),
  person('e2', { openLoad: 3 }),
  person('chief', { supervises: ['east'], openLoad: 20 }),
  person('s1', { departmentIds: ['south'] }),
  person('s2', { departmentIds: ['south'], absent: true }),
];
const rules = [
  rule('maker', { conditions: { ...nothing, industries: ['制造'] }, departmentIds: ['east'], supervisorFirst: true }),
  rule('south-school', { conditions: { ...nothing, regions: ['华南'], industries: ['教育'] }, memberIds: ['s1'] }),
  rule('east', { conditions: { ...nothing, regions: ['华东'] }, departmentIds: ['east'] }),
  rule('urgent', { conditions: { ...nothing, priorities: ['high'], sources: ['website'] }, departmentIds: ['south'] }),
  rule('off', { active: false }),
];

describe('rules in order', () => {
  test.each([
    [{ region: '华东', industry: '服务业' }, 'e1', 'east'],
    [{ region: '华东', industry: '通用设备制造业' }, 'chief', 'maker'],
    [{ region: '华南', industry: '教育' }, 's1', 'south-school'],
    [{ priority: 'high', source: 'website' }, 's1', 'urgent'],
  ])('%o goes to %s by %s', (lead, ownerId, ruleKey) => {
    expect(chooseOwner(lead, rules, people)).toMatchObject({ ownerId, ruleKey });
  });

  test('a lead no rule fits waits for the supervisor', () => {
    expect(chooseOwner({ region: '华南', priority: 'high' }, rules, people)).toMatchObject({ fallback: 'no_rule' });
  });

  test('a rule whose people are absent or full is passed over, and says so', () => {
    const busy = [
      person('e1', { openLoad: 50 }),
      person('e2', { absent: true }),
      person('s1', { departmentIds: ['south'] }),
    ];
    const all = [...rules, rule('rest')];
    const result = chooseOwner({ region: '华东' }, all, busy);
    expect(result).toMatchObject({ ownerId: 's1', ruleKey: 'rest' });
    expect(result.why.map(({ key }) => key)).toContain('leads.why.assign.rule_without_room');
    expect(chooseOwner({ region: '华东' }, rules, busy)).toMatchObject({ fallback: 'nobody_free' });
  });

  test('when the supervisor is absent the rule goes on with the department', () => {
    const away = people.map((one) => (one.id === 'chief' ? { ...one, absent: true } : one));
    expect(chooseOwner({ industry: '制造业' }, rules, away)).toMatchObject({ ownerId: 'e1', ruleKey: 'maker' });
  });

  test('the reasons name the rule, the facts and the load', () => {
    expect(chooseOwner({ region: '华东' }, rules, people).why).toEqual([
      { key: 'leads.why.assign.rule_with_facts', params: { rule: '规则east', facts: '华东' } },
      { key: 'leads.why.assign.load', params: { person: 'e1', load: 0, capacity: 50 } },
    ]);
  });
});

describe('how a rule shares out', () => {
  /** Gives leads out one by one and answers who got them, in order. */
  function inTurn(one: AssignmentRule, team: readonly Assignee[], leads: number): string {
    let credits = new Map<string, Credits>();
    const taken = new Map(team.map(({ id, openLoad }) => [id, openLoad]));
    return Array.from({ length: leads }, () => {
      const loaded = team.map((each) => ({ ...each, openLoad: taken.get(each.id) ?? 0 }));
      const given = chooseOwner({}, [one], loaded, { atWork: true, credits });
      if (!('ownerId' in given)) return '-';
      if (given.credits) credits = new Map([...credits, [one.id, given.credits]]);
      taken.set(given.ownerId, (taken.get(given.ownerId) ?? 0) + 1);
      return given.ownerId;
    }).join('');
  }

  test.each<[string, Partial<AssignmentRule>, readonly Assignee[], string]>([
    ['in turn, whatever they hold', { strategy: 'round_robin' }, [person('a', { openLoad: 9 }), person('b')], 'ababab'],
    [
      'in turn among those with room',
      { strategy: 'round_robin' },
      [person('a', { capacity: 1 }), person('b')],
      'abbbbb',
    ],
    ['by weight', { strategy: 'weighted', weights: { a: 2 } }, [person('a'), person('b')], 'aabaab'],
    ['nothing with weight 0', { strategy: 'weighted', weights: { a: 0 } }, [person('a'), person('b')], 'bbbbbb'],
    ['by open load', {}, [person('a', { openLoad: 3 }), person('b')], 'bbbaba'],
    [
      'supervisors first, then the others in turn',
      { strategy: 'round_robin', supervisorFirst: true },
      [person('a'), person('b'), person('c', { supervises: ['east'], capacity: 2 })],
      'ccabab',
    ],
    [
      'only among those who can',
      { strategy: 'round_robin', skills: ['医疗', '英语'] },
      [person('a', { skills: ['英语', '医疗'] }), person('b', { skills: ['医疗'] })],
      'aaaaaa',
    ],
  ])('%s', (_, change, team, order) => {
    expect(inTurn(rule('r', change), team, 6)).toBe(order);
  });

  test('a rule for working hours is passed over outside them, and says so', () => {
    const night = [rule('day', { atWorkOnly: true, memberIds: ['e1'] }), rule('rest', { memberIds: ['s1'] })];
    const [day, late] = [true, false].map((atWork) => chooseOwner({}, night, people, { atWork, credits: new Map() }));
    expect(day).toMatchObject({ ownerId: 'e1', ruleKey: 'day' });
    expect(late).toMatchObject({ ownerId: 's1', ruleKey: 'rest' });
    expect(late?.why.map(({ key }) => key)).toContain('leads.why.assign.rule_off_hours');
  });

  test('who refused a lead does not get it again', () => {
    expect(chooseOwner({ region: '华东', refusedBy: ['e1'] }, rules, people)).toMatchObject({ ownerId: 'e2' });
    expect(chooseOwner({ region: '华东', refusedBy: ['e1', 'e2', 'chief'] }, rules, people)).toMatchObject({
      fallback: 'nobody_free',
    });
  });

  test('nobody passes their capacity, whatever the strategy', () => {
    const team = fc.array(fc.record({ capacity: fc.nat(6), openLoad: fc.nat(6), absent: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    });
    const strategy = fc.constantFrom('load', 'round_robin', 'weighted');
    fc.assert(
      fc.property(team, strategy, fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }), (facts, how, each) => {
        const listed = facts.map((one, i) => person(`${i}`, one));
        const weights = Object.fromEntries(each.map((weight, i) => [`${i}`, weight]));
        const order = inTurn(rule('r', { strategy: how, weights }), listed, 40);
        for (const { id, openLoad, capacity, absent } of listed) {
          const got = [...order].filter((who) => who === id).length;
          expect(got).toBeLessThanOrEqual(absent ? 0 : Math.max(0, (capacity ?? 0) - openLoad));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('who typed it in', () => {
  test("a representative's own find stays, even at full load", () => {
    const full = [person('e1', { openLoad: 50 }), person('e2')];
    expect(chooseOwner({ region: '华东', enteredById: 'e1' }, rules, full)).toMatchObject({ ownerId: 'e1' });
  });

  test('a lead entered by somebody who takes no leads goes by the rules', () => {
    expect(chooseOwner({ region: '华东', enteredById: 'marketing' }, rules, people)).toMatchObject({ ownerId: 'e1' });
  });

  test('its author may ask for the rules or the pool', () => {
    expect(
      chooseOwner({ region: '华南', industry: '教育', enteredById: 'e1', wish: 'rules' }, rules, people),
    ).toMatchObject({ ownerId: 's1' });
    expect(chooseOwner({ region: '华东', enteredById: 'e1', wish: 'pool' }, rules, people)).toMatchObject({
      fallback: 'pool',
    });
    expect(chooseOwner({ enteredById: 'boss', wish: 'mine' }, rules, people)).toMatchObject({ ownerId: 'boss' });
  });
});

/** Gives `leads` leads out one by one and answers what each person got. */
function giveOut(team: readonly Assignee[], leads: number): Map<string, number> {
  const got = new Map(team.map(({ id }) => [id, 0]));
  for (let lead = 0; lead < leads; lead += 1) {
    const loaded = team.map((one) => ({ ...one, openLoad: got.get(one.id) ?? 0 }));
    const result = chooseOwner({ region: '华东' }, [rule('all')], loaded);
    if ('ownerId' in result) got.set(result.ownerId, (got.get(result.ownerId) ?? 0) + 1);
  }
  return got;
}

test('1 000 leads among 10 people, two absent: nobody over capacity, nobody absent, shares off by at most one', () => {
  const capacities = fc.array(fc.integer({ min: 50, max: 200 }), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(capacities, fc.integer({ min: 1, max: 1000 }), (limits, leads) => {
      const team = limits.map((capacity, index) => person(`p${index}`, { capacity, absent: index % 5 === 0 }));
      const got = giveOut(team, leads);
      const present = team.filter((one) => !one.absent);
      const room = present.reduce((sum, one) => sum + (one.capacity ?? 0), 0);
      for (const one of team) {
        const share = one.absent ? 0 : (Math.min(leads, room) * (one.capacity ?? 0)) / room;
        const count = got.get(one.id) ?? 0;
        expect(count).toBeLessThanOrEqual(one.capacity ?? 0);
        expect(Math.abs(count - share)).toBeLessThanOrEqual(one.absent ? 0 : 1);
      }
      expect([...got.values()].reduce((sum, count) => sum + count, 0)).toBe(Math.min(leads, room));
    }),
    { numRuns: 20 },
  );
});

test('equal capacities get equal shares, unlimited people too', () => {
  fc.assert(
    fc.property(fc.constantFrom(null, 80), fc.integer({ min: 1, max: 300 }), (capacity, leads) => {
      const counts = [
        ...giveOut(
          ['a', 'b', 'c', 'd'].map((id) => person(id, { capacity })),
          leads,
        ).values(),
      ];
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30 },
  );
});

test('the answer does not depend on the order people are listed in', () => {
  const team = fc.array(fc.record({ openLoad: fc.nat(60), capacity: fc.option(fc.nat(60)) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(team, (facts) => {
      const listed = facts.map((one, index) => person(`p${index}`, one));
      const forward = chooseOwner({}, [rule('all')], listed);
      const { among: _among, ...backward } = { among: [], ...chooseOwner({}, [rule('all')], listed.toReversed()) };
      expect(forward).toMatchObject(backward);
    }),
  );
});
