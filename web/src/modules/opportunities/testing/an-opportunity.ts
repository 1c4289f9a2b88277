import type { Opportunity, Process } from '@dealtrail/protocol/opportunities';

const stage = (key: string, position: number, probability: number, maxDays: number | null) => ({
  key,
  name: { zh: key, en: key },
  probability,
  position,
  afterWin: key === 'delivery',
  requiredFields: [],
  maxDays,
  guidance: null,
});

/** The standard six stages, without their words. */
export const aProcess: Process = {
  key: 'standard',
  version: 1,
  name: { zh: '标准六阶段', en: 'Standard' },
  stages: [
    stage('lead_capture', 0, 10, 7),
    stage('needs_analysis', 1, 20, 30),
    stage('solution_design', 2, 40, 30),
    stage('negotiation', 3, 60, 30),
    stage('contract_signing', 4, 90, 21),
    stage('delivery', 5, 100, null),
  ],
};

/** One stay in a stage; `leftAt` null is the present one. */
export function aStay(stageKey: string, enteredAt: string, leftAt: string | null): Opportunity['stays'][number] {
  return {
    stageKey,
    enteredAt,
    leftAt,
    actorName: '周予安',
    amountMinor: null,
    probability: 20,
    expectedCloseOn: null,
  };
}

/** One stage task, open unless it is said to be done. */
export function aTask(over: Partial<Opportunity['tasks'][number]> = {}): Opportunity['tasks'][number] {
  return {
    id: 't-1',
    recordId: 'o-1',
    recordKind: 'opportunity',
    recordTitle: '压铸件视觉检测线',
    kind: 'stage',
    title: { key: 'opportunities.task.interview_customer', params: {} },
    ownerId: 'm-1',
    ownerName: '周予安',
    dueAt: null,
    doneAt: null,
    required: true,
    stageKey: 'needs_analysis',
    version: 1,
    ...over,
  };
}

/** A running opportunity in 需求分析 whose owner may do everything with it. */
export function anOpportunity(over: Partial<Opportunity> = {}): Opportunity {
  return {
    id: 'o-1',
    number: 'SJ20260204002',
    name: '压铸件视觉检测线',
    customerId: 'c-1',
    customerName: '苏州屿澄精密',
    leadId: null,
    leadNumber: null,
    stageKey: 'needs_analysis',
    stageEnteredAt: '2026-03-02T01:00:00Z',
    state: 'open',
    amountMinor: 186_000_000,
    currency: 'CNY',
    expectedCloseOn: '2026-04-30',
    probability: 20,
    probabilitySet: false,
    weightedMinor: 37_200_000,
    source: null,
    industry: null,
    region: null,
    ownerId: 'm-1',
    ownerName: '周予安',
    departmentId: null,
    departmentName: '华东一组',
    lastMovementAt: '2026-03-16T07:42:00Z',
    signedOn: null,
    signedMinor: null,
    closedAt: null,
    createdAt: '2026-02-04T01:00:00Z',
    version: 3,
    needSummary: null,
    competitor: null,
    closeReason: null,
    closeNote: null,
    contractNo: null,
    process: aProcess,
    gate: { to: 'solution_design', unmet: [], met: [] },
    stays: [aStay('needs_analysis', '2026-03-02T01:00:00Z', null)],
    tasks: [],
    clocks: [],
    abilities: { update: true, advance: true, close: true, followUp: true, assign: true, confirmInvalid: false },
    ...over,
  };
}
