export { RecordMenu } from './actions/record-menu.tsx';
export { useRecordCare } from './actions/use-record-care.tsx';
export { RecordHistory } from './parts/record-history.tsx';
export { SharesCard } from './parts/shares-card.tsx';
