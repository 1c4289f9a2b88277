export { DrillLink } from './parts/drill-link.tsx';
