export { type GateItem, GateList, Refusal } from './gate-list.tsx';
