export { WorkGroup, WorkList, WorkRow } from './work-list.tsx';
