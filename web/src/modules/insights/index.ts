export { DrillLink, type DrillList } from './parts/drill-link.tsx';
