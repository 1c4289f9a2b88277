export { Bar, BarList, ProgressList, TargetBar, TargetLegend } from './bars.tsx';
export { Card, CardFoot, StatCard } from './card.tsx';
