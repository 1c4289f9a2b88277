export { FileDrop } from './file-drop.tsx';
export { ImportProgress } from './import-progress.tsx';
export { ImportCounts, type ImportStep, ImportWizard } from './import-wizard.tsx';
export { type ImportTarget } from './mapping.ts';
export { MappingTable } from './mapping-table.tsx';
