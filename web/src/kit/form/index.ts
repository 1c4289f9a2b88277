export { ChoiceChips } from './choice-chips.tsx';
export { DayInput } from './day-input.tsx';
export { Field, FieldRow } from './field.tsx';
export { FormFrame, type FormValues, useTypedValues, useWriteValues } from './form-frame.tsx';
export type { FormProblem } from './form-problem.ts';
export { FormSheet } from './form-sheet.tsx';
export { MomentInput } from './moment-input.tsx';
export { MoneyInput } from './money-input.tsx';
export { instantAt } from './wall-time.ts';
