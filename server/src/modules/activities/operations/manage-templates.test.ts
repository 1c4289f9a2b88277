import * as protocol from '@dealtrail/protocol/activities';
import { expect, test } from 'vitest';
import { company } from '../../../testing/test-house.ts';

const text = {
  method: 'phone',
  name: '催款',
  content: '问{称呼}【金额】',
  feedback: null,
  nextStep: null,
  active: true,
} as const;

test('texts for all are kept by who manages them, own ones by everybody, shipped ones can be replaced and come back', async () => {
  const { rep, other, head } = await company({
    rep: { role: 'representative', department: 'North' },
    other: { role: 'representative', department: 'North' },
    head: { role: 'sales_manager' },
  });
  const listed = async (who: typeof rep) => {
    const answer = await who.call(protocol.listTemplates, { query: { language: 'zh' } });
    return answer.body.items;
  };
  const shipped = await listed(rep);
  expect(new Set(shipped.map(({ method }) => method))).toEqual(
    new Set(['phone', 'visit', 'email', 'wechat', 'meeting', 'exhibition']),
  );
  expect(shipped.every(({ mayChange, scope }) => !mayChange && scope === 'shipped')).toBe(true);

  const own = await rep.call(protocol.createTemplate, { body: { scope: 'own', ...text } });
  expect(own).toMatchObject({ status: 201, body: { scope: 'own', mayChange: true } });
  expect((await listed(rep))[0]).toMatchObject({ name: '催款' });
  expect((await listed(other)).some(({ name }) => name === '催款')).toBe(false);
  const params = { id: own.body.id ?? '' };
  expect(await other.call(protocol.updateTemplate, { params, body: { version: 1, name: '我的' } })).toMatchObject({
    status: 404,
  });

  expect(await rep.call(protocol.createTemplate, { body: { scope: 'organization', ...text } })).toMatchObject({
    status: 403,
  });
  const body = {
    scope: 'organization' as const,
    shippedKey: 'visit',
    ...text,
    method: 'visit' as const,
    name: '本司拜访',
  };
  const replaced = await head.call(protocol.createTemplate, { body });
  const visits = async () => (await listed(rep)).filter(({ method }) => method === 'visit').map(({ name }) => name);
  expect(await visits()).toEqual(['本司拜访']);
  const place = { params: { id: replaced.body.id ?? '' } };
  const hidden = await head.call(protocol.updateTemplate, { ...place, body: { version: 1, active: false } });
  expect(hidden.body).toMatchObject({ active: false, version: 2 });
  expect(await head.call(protocol.updateTemplate, { ...place, body: { version: 1, active: true } })).toMatchObject({
    status: 409,
  });
  expect(await head.call(protocol.deleteTemplate, place)).toMatchObject({ status: 204 });
  expect(await visits()).toEqual(['上门拜访']);
});
