export { csvText } from './csv-text.ts';
export { type Cell, xlsxStream } from './xlsx-stream.ts';
