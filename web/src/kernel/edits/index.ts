export { changesOf, type Clash } from './clashes.ts';
export { useEdit } from './use-edit.ts';
