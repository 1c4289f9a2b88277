export { type Reasons, useReasons } from './reasons.ts';
