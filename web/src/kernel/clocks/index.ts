export { useReasons } from './reasons.ts';
