export { ChoiceChips } from './choice-chips.tsx';
export { Field, FieldRow } from './field.tsx';
export { FormFrame, type FormValues } from './form-frame.tsx';
export type { FormProblem } from './form-problem.ts';
