export { fold } from './placeholders.ts';
export { cellsOf, type ColumnPlan, damageOf, type MappingFault, planColumns } from './plan-columns.ts';
export { suggestMapping } from './suggest-mapping.ts';
