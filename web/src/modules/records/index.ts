export { MergePicked } from './actions/merge-picked.tsx';
export { RecordMenu } from './actions/record-menu.tsx';
export { useRecordCare } from './actions/use-record-care.tsx';
export { MergesCard } from './parts/merge/merges-card.tsx';
export { RecordHistory } from './parts/record-history.tsx';
export { SharesCard } from './parts/shares-card.tsx';
