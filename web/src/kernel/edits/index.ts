export { changesOf, type Clash } from './clashes.ts';
export { type Edit, useEdit } from './use-edit.ts';
