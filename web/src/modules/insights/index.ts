export { DrillLink } from './parts/drill-link.tsx';
export { AllAmounts, StageAmounts, useStageLength } from './parts/stage-amounts.tsx';
