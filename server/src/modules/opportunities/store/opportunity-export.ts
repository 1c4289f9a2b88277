import { column, type ExportKind, usual } from '../../../kernel/exports/index.ts';
import { standardProcess } from '../rules/default-process.ts';
import { opportunityList } from './opportunity-list.ts';

const stages = Object.fromEntries(standardProcess.stages.map(({ key, name }) => [key, name]));

/** Opportunities as they leave in a file; amounts in whole units of their currency. */
export const opportunityExport: ExportKind = {
  kind: 'opportunity',
  title: { zh: '商机', en: 'Opportunities' },
  list: opportunityList,
  permission: 'opportunities.export',
  columns: [
    ...usual([
      column('number', '商机编号', 'Number', 'r.number'),
      column('name', '商机名称', 'Name', 'o.name'),
      column('customerName', '客户', 'Customer', 'c.name'),
      column('stage', '阶段', 'Stage', 'o.stage_key', { names: stages }),
      column('state', '状态', 'State', 'o.state', { words: 'opportunityState' }),
      column('amount', '预测金额', 'Amount', 'o.amount_minor', 'money'),
      column('currency', '币种', 'Currency', 'o.currency'),
      column('probability', '成功概率（%）', 'Probability (%)', 'o.probability', 'number'),
      column('weighted', '加权金额', 'Weighted amount', 'o.weighted_minor', 'money'),
      column('expectedCloseOn', '预计成交日期', 'Expected close', 'o.expected_close_on', 'day'),
      column('ownerName', '负责人', 'Owner', 'm.name'),
      column('departmentName', '部门', 'Department', 'd.name'),
      column('createdAt', '创建时间', 'Created', 'o.created_at', 'instant'),
      column('lastMovementAt', '最近进展', 'Last movement', 'o.last_movement_at', 'instant'),
    ]),
    column('stageEnteredAt', '进入阶段时间', 'Stage entered', 'o.stage_entered_at', 'instant'),
    column('industry', '所属行业', 'Industry', 'o.industry'),
    column('region', '大区', 'Region', 'o.region'),
    column('competitor', '竞争对手', 'Competitor', 'o.competitor'),
    column('closeReason', '关闭原因', 'Close reason', 'o.close_reason'),
    column('closedAt', '关闭时间', 'Closed', 'o.closed_at', 'instant'),
    column('signedOn', '签约日期', 'Signed on', 'o.signed_on', 'day'),
    column('signed', '签约金额', 'Signed amount', 'o.signed_minor', 'money'),
    column('contractNo', '合同编号', 'Contract number', 'o.contract_no'),
  ],
};
