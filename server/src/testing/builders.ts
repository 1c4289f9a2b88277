import { listOwnSessions } from '@dealtrail/protocol/auth';
import { createTask, createTemplate } from '@dealtrail/protocol/activities';
import { addContact, createCustomer, getMatching, joinRecord, tryMatching } from '@dealtrail/protocol/customers';
import { createCampaign } from '@dealtrail/protocol/campaigns';
import { startExport } from '@dealtrail/protocol/exports';
import { listAudit } from '@dealtrail/protocol/audit';
import { uploadAttachment } from '@dealtrail/protocol/attachments';
import { bulkLeads, createLead, peekImport, startImport } from '@dealtrail/protocol/leads';
import { buildAutomation } from '../modules/automation/testing/build-automation.ts';
import { buildPool } from '../modules/leads/testing/build-pools.ts';
import { createOpportunity } from '@dealtrail/protocol/opportunities';
import { createDepartment, createRole, createJoinLink, inviteMember } from '@dealtrail/protocol/organization';
import { openReview } from '@dealtrail/protocol/reviews';
import { createView } from '@dealtrail/protocol/views';
import { insertSession } from '../kernel/auth/sessions.ts';
import { insertApiKey } from '../kernel/auth/operations/api-keys.ts';
import { standardCalendar } from '../kernel/calendar/index.ts';
import { firstTouch } from '../kernel/clocks/rules/testing/sample-policies.ts';
import { startClock } from '../kernel/clocks/rules/start.ts';
import { newRow } from '../kernel/clocks/store/clock-row.ts';
import { insertClocks } from '../kernel/clocks/store/clock-store.ts';
import { noteProbes } from '../kernel/search/probes.ts';
import { type Build, made, type Params, uploaded } from './build-by-verb.ts';
import { heldPost, heldSubmission, inboundHook, webForm } from './door-builders.ts';
import { type Caller, testHouse } from './test-house.ts';

let serial = 0;

async function customer(admin: Caller): Promise<Params> {
  const { id } = await made(admin, createCustomer, { name: `苏州屿澄精密制造${(serial += 1)}有限公司` });
  const contact = await admin.call(addContact, { params: { id }, body: { name: '陆明舟', phone: '13895672046' } });
  return { id, contactId: contact.body.id };
}

async function template(admin: Caller): Promise<Params> {
  const text = { method: 'phone', name: '回访', content: '问{称呼}【进度】', feedback: null, nextStep: null } as const;
  return made(admin, createTemplate, { scope: 'own', active: true, ...text });
}

/** A clock on a customer, long overdue. */
async function clock(admin: Caller): Promise<Params> {
  const { services, time } = await testHouse();
  const { id: recordId = '' } = await customer(admin);
  const origin = { orgId: admin.orgId, actorId: null, operation: 'testing', requestId: 'test' };
  return services.database.write(origin, async (tx) => {
    const started = startClock(
      firstTouch,
      'high',
      new Date(time.now().getTime() - 30 * 86_400_000),
      standardCalendar(),
    );
    const id = time.newId();
    await insertClocks(tx, [newRow(started, { id, recordId, ownerId: admin.memberId }, time.now())]);
    return { id };
  });
}

async function lead(admin: Caller): Promise<Params> {
  const { id } = await made(admin, createLead, {
    companyName: `绍兴越川纺机${(serial += 1)}厂`,
    contactName: '郑总',
    source: '转介绍',
  });
  return { id, leadId: id };
}

async function opportunity(admin: Caller): Promise<Params> {
  const { id: customerId = '' } = await customer(admin);
  const { id } = await made(admin, createOpportunity, { name: '压铸件视觉检测线', customerId });
  return { id, to: 'solution_design' };
}

/** The check of a team the administrator leads. */
async function review(admin: Caller): Promise<Params> {
  const name = `苏州${(serial += 1)}部`;
  const { id: departmentId } = await made(admin, createDepartment, { name, supervisorId: admin.memberId });
  return made(admin, openReview, { cadence: 'weekly', departmentId });
}

/** A reaction nobody brings any more, after a fact of a customer. */
async function deadLetter(admin: Caller): Promise<Params> {
  const { services, time } = await testHouse();
  const { id: recordId } = await customer(admin);
  const origin = { orgId: admin.orgId, actorId: null, operation: 'testing', requestId: 'test' };
  const id = time.newId();
  await services.database.write(origin, (tx) =>
    tx.run({
      text: `insert into app.dead_letters (org_id, id, event_id, reaction, problem, tries, failed_at, state)
        select $1, $2, e.id, 'testing.gone', 'gone', 12, $4, 'open' from seen.events e
        where e.org_id = $1 and e.record_id = $3 order by e.id limit 1`,
      values: [admin.orgId, id, recordId, time.now()],
    }),
  );
  return { id };
}

const campaign: Build = (admin) =>
  made(admin, createCampaign, {
    name: `工博会${(serial += 1)}`,
    kind: 'exhibition',
    startsOn: null,
    endsOn: null,
    plannedMinor: null,
    actualMinor: null,
    ownerId: null,
    state: 'running',
  });

async function exported(admin: Caller): Promise<Params> {
  await lead(admin);
  const started = await made(admin, startExport, { kind: 'lead', format: 'csv', columns: ['number'] });
  await (await testHouse()).drain(admin.orgId);
  return started;
}

/** Something the administrator was told of, as if it were out of their sight. */
async function duplicateHit(admin: Caller): Promise<Params> {
  const { services } = await testHouse();
  const { id: recordId = '' } = await customer(admin);
  const origin = { orgId: admin.orgId, actorId: admin.memberId, operation: 'testing', requestId: 'test' };
  const [id = ''] = await services.database.write(origin, (tx) =>
    noteProbes(tx, admin.memberId, 'duplicate', [{ recordId }]),
  );
  return { id };
}

async function joinRequest(admin: Caller): Promise<Params> {
  const { id = '' } = await duplicateHit(admin);
  const asked = await admin.call(joinRecord, { params: { id }, body: { reason: '客户也找过我' } });
  return { id: asked.body.id };
}

/** One builder for each kind of record, by the path its verbs begin with. */
export const builders: Readonly<Record<string, Build>> = {
  '/api-keys/': async (admin) => {
    const { services, time } = await testHouse();
    const origin = { orgId: admin.orgId, actorId: null, operation: 'testing', requestId: 'test' };
    return services.database.write(origin, async (tx) => ({ id: (await insertApiKey(tx, admin, 'spare', time)).id }));
  },
  '/join-links/': (admin) =>
    made(admin, createJoinLink, { roleKeys: ['representative'], needsApproval: true, mostUses: 5, days: 7 }),
  '/account/sessions/': async (admin) => {
    const { services } = await testHouse();
    const origin = { orgId: admin.orgId, actorId: null, operation: 'testing', requestId: 'test' };
    await services.database.write(origin, (tx) => insertSession(tx, admin.userId, { peer: '127.0.0.1', device: null }));
    const { items } = (await admin.call(listOwnSessions, {})).body;
    return { id: items[0]?.id ?? '' };
  },
  '/departments/': (admin) => made(admin, createDepartment, { name: `华东${(serial += 1)}部` }),
  '/roles/': (admin) => made(admin, createRole, { name: `区域总监${(serial += 1)}` }),
  '/members/': async (admin) => ({ id: admin.memberId }),
  '/invitations/': (admin) => made(admin, inviteMember, { roleKeys: ['representative'] }),
  '/views/': (admin) =>
    made(admin, createView, {
      list: 'leads.list',
      name: '华东待跟进',
      shape: { filter: null, sort: null, columns: null, group: null, density: null },
    }),
  '/bulk-runs/': async (admin) => {
    const { id = '' } = await lead(admin);
    const body = { choice: { ids: [id] }, action: { do: 'edit', set: { campaign: `春季展会${(serial += 1)}` } } };
    return made(admin, bulkLeads, body);
  },
  '/follow-up-templates/': template,
  '/forms/': webForm,
  '/form-submissions/': heldSubmission,
  '/public/forms/': webForm,
  '/inbound-hooks/': inboundHook,
  '/inbound-posts/': heldPost,
  '/public/hooks/': inboundHook,
  '/automations/': async (admin) => ({ id: (await buildAutomation(admin)).id }),
  '/campaigns/': campaign,
  '/customers/': customer,
  '/leads/': lead,
  '/lead-pools/': async (admin) => ({ id: (await buildPool(admin, { name: `华东公海${(serial += 1)}` })).id }),
  '/duplicate-hits/': duplicateHit,
  '/join-requests/': joinRequest,
  '/matching/trials/': async (admin) => made(admin, tryMatching, (await admin.call(getMatching, {})).body.weights),
  '/opportunities/': opportunity,
  '/reviews/': review,
  '/opportunities/from-lead/': lead,
  '/imports/': async (admin) => {
    const started = await uploaded(
      admin,
      startImport.path,
      '公司,来源\n甲公司,展会咨询\n,展会咨询\n',
      '{"公司":"companyName","来源":"source"}',
    );
    await (await testHouse()).drain(admin.orgId);
    return started;
  },
  '/exports/': exported,
  '/transfers/': exported,
  '/import-mappings/': async (admin) => {
    const file = `公司,备注${(serial += 1)}\n甲公司,x\n`;
    await uploaded(admin, startImport.path, file, '{"公司":"companyName"}');
    const peeked = await uploaded(admin, peekImport.path, file);
    return { id: (peeked as unknown as { remembered: { id: string } }).remembered.id };
  },
  '/attachments/': async (admin) => {
    const { id = '' } = await customer(admin);
    return uploaded(admin, uploadAttachment.path.replace(':id', id), '%PDF-1.7 报价单');
  },
  '/records/': async (admin) => {
    const { id = '' } = await customer(admin);
    return { id, from: id };
  },
  '/audit/': async (admin) => {
    const { id = '' } = await customer(admin);
    const [change] = (await admin.call(listAudit, { params: { id } })).body.items;
    return { id: change?.id ?? '' };
  },
  '/operations/dead-letters/': deadLetter,
  '/clocks/': clock,
  '/tasks/': (admin) => made(admin, createTask, { title: '准备报价' }),
};
