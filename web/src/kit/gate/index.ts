export { type GateItem, GateList, Refusal } from './gate-list.tsx';
export { type Stage, StageRail } from './stage-rail.tsx';
