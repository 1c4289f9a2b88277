export { FieldList, RecordPage } from './record-page.tsx';
