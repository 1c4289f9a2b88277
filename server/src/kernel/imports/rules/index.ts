export { cleanCell, cleanChoice } from './clean-cell.ts';
export { cellsOf, type ColumnPlan, damageOf, type MappingFault, planColumns } from './plan-columns.ts';
export { type MappableField, suggestMapping } from './suggest-mapping.ts';
