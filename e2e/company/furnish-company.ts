import { setTimeout as pause } from 'node:timers/promises';
import { dayFromToday } from '../browser/hands.ts';
import type { Call } from './colleague.ts';
import type { Company } from './found-company.ts';

/** Where the things stand that a furnished company has. */
export interface Furniture {
  readonly leadId: string;
  readonly customerId: string;
  readonly opportunityId: string;
  readonly importId: string;
  readonly formKey: string;
  readonly campaignId: string;
  readonly reviewIds: readonly string[];
  /** What the one-time links carry behind their #. */
  readonly tokens: { readonly invitation: string; readonly department: string; readonly password: string };
}

const contact = {
  contactName: '郑总',
  contactTitle: '设备副总',
  phone: '13812342046',
  source: '行业老友群',
  industry: '制造业',
  need: '采购 2 条检测线，预算已批',
};

async function makeLead(call: Call, companyName: string): Promise<string> {
  return (await call<{ id: string }>('POST', '/leads', { ...contact, companyName })).id;
}

/** A lead with a history, and another that became customer and opportunity. */
async function sell(call: Call) {
  const leadId = await makeLead(call, '绍兴越川纺机');
  await call('POST', `/leads/${leadId}/follow-ups`, {
    method: 'phone',
    outcome: 'reached',
    content: '确认 3 个型号的检测需求，节拍 8 秒以内',
    feedback: '要求两周内给方案',
    nextStep: '提交检测方案',
    nextStepOn: dayFromToday(3),
  });
  const made = await call<{ customerId: string; opportunity: { id: string } }>('POST', '/opportunities/from-lead', {
    leadId: await makeLead(call, '苏州恒锐精密机械'),
  });
  return { leadId, customerId: made.customerId, opportunityId: made.opportunity.id };
}

/** A file with a good and a bad row, all the way through; its unknown source waits in the tray. */
async function importFile(call: Call): Promise<string> {
  const form = new FormData();
  const file = '公司名称,联系电话,线索来源\n无锡新洲电机厂,13706195532,工博会\n嘉兴立成五金,1380-51,工博会\n';
  form.set('file', new Blob([file], { type: 'text/csv' }), '工博会名片.csv');
  form.set('mapping', JSON.stringify({ 公司名称: 'companyName', 联系电话: 'phone', 线索来源: 'source' }));
  const { id } = await call<{ id: string }>('POST', '/leads/imports', form);
  const limit = AbortSignal.timeout(30_000);
  for (;;) {
    const { state } = await call<{ state: string }>('GET', `/imports/${id}`);
    if (state === 'done') return id;
    await pause(200, undefined, { signal: limit });
  }
}

async function makeForm(call: Call): Promise<string> {
  const { key } = await call<{ key: string }>('POST', '/forms', {
    name: '官网留言',
    source: 'website',
    campaign: '秋季新品',
    fields: [
      { name: 'companyName', required: true },
      { name: 'phone', required: true },
      { name: 'need', required: false },
    ],
    consentText: '同意贵司就本次咨询与我联系',
    title: null,
    intro: null,
    sendText: null,
    accent: null,
    thanksText: '已收到，我们会尽快与您联系。',
    redirectUrl: null,
    active: true,
  });
  return key;
}

/** A fair that the leads of the form came by. */
async function makeCampaign(call: Call): Promise<string> {
  const { id } = await call<{ id: string }>('POST', '/campaigns', {
    name: '秋季新品',
    kind: 'exhibition',
    source: 'exhibition',
    startsOn: null,
    endsOn: null,
    plannedMinor: 6_000_000,
    actualMinor: null,
    ownerId: null,
    state: 'running',
  });
  await call('POST', '/leads', { ...contact, companyName: '台州路桥模具', campaign: '秋季新品' });
  await call('POST', '/leads', { ...contact, companyName: '台州椒江缝制', campaign: '冬季直播' });
  return id;
}

/** Something the product does by itself. */
async function makeAutomation(call: Call): Promise<void> {
  await call('POST', '/automations', {
    name: '展会线索自动建任务',
    kind: 'lead',
    trigger: { on: 'event', event: 'leads.created' },
    conditions: { field: 'source', op: 'in', value: ['exhibition'] },
    actions: [{ do: 'task', for: { who: 'owner' }, title: '联系展会线索 {title}', workdays: 1 }],
    perHour: 500,
    active: true,
  });
}

/** The check of this week and the review of last month of whoever leads the first department. */
async function openReviews(call: Call): Promise<string[]> {
  const { items } = await call<{ items: { id: string }[] }>('GET', '/departments');
  const departmentId = items[0]?.id;
  const opened = ['weekly', 'monthly'].map((cadence) =>
    call<{ id: string }>('POST', '/reviews', { cadence, departmentId }),
  );
  return (await Promise.all(opened)).map(({ id }) => id);
}

const tokenOf = ({ link }: { link: string }): string => new URL(link).hash.slice(1);

async function makeLinks(call: Call, memberId: string): Promise<Furniture['tokens']> {
  const [invitation, department, password] = await Promise.all([
    call<{ link: string }>('POST', '/invitations', { name: '顾清', roleKeys: ['representative'] }),
    call<{ link: string }>('POST', '/join-links', {
      departmentId: null,
      roleKeys: ['representative'],
      needsApproval: true,
      mostUses: 20,
      days: 7,
    }),
    call<{ link: string }>('POST', `/members/${memberId}/reset-link`),
  ]);
  return { invitation: tokenOf(invitation), department: tokenOf(department), password: tokenOf(password) };
}

/** Gives a company something to show on every page: records, a bin, transfers, a form, keys, links that wait. */
export async function furnishCompany({ lin, chen, administrator }: Company<'lin' | 'chen'>): Promise<Furniture> {
  const sold = await sell(lin.call);
  await lin.call('POST', '/api-keys', { name: '报表脚本' });
  const thrownAway = await makeLead(administrator.call, '杭州云栖仪表');
  await administrator.call('POST', '/records/delete', { ids: [thrownAway], reason: '测试用的线索' });
  await administrator.call('POST', '/leads', { ...contact, companyName: '宁波海曙铸业', assign: 'pool' });
  const importId = await importFile(chen.call);
  await chen.call('POST', '/exports', { kind: 'lead', format: 'csv', columns: ['companyName'] });
  const formKey = await makeForm(administrator.call);
  const campaignId = await makeCampaign(administrator.call);
  await makeAutomation(administrator.call);
  const reviewIds = await openReviews(chen.call);
  return {
    ...sold,
    importId,
    formKey,
    campaignId,
    reviewIds,
    tokens: await makeLinks(administrator.call, lin.memberId),
  };
}
