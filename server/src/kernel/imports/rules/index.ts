export { cleanCell, cleanChoice } from './clean-cell.ts';
export { type MappableField, suggestMapping } from './suggest-mapping.ts';
