export { call, fetchFile, setSurroundings } from './call.ts';
export { freshKey } from './idempotency-key.ts';
export { ProblemError } from './problem-error.ts';
export { makeQueryClient } from './query-client.ts';
export { saveFile } from './save-file.ts';
export { type Act, useAct } from './use-act.ts';
export { type ListAnswer, useList } from './use-list.ts';
export { useOperation } from './use-operation.ts';
export { type CursorPage, usePages } from './use-pages.ts';
