import { CursorRefused, FilterRefused } from '../filters/index.ts';
import { problem } from '../http/problem.ts';

/** Runs what reads a caller's filter, sort or cursor and turns its refusal into a problem that says where and why. */
export function refusing<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof CursorRefused) throw problem('cursor_invalid');
    if (!(error instanceof FilterRefused)) throw error;
    const { path, reason } = error;
    const where = path === 'sort' ? 'sort' : path ? `filter.${path}` : 'filter';
    throw problem('filter_refused', {
      params: { reason, path: where },
      fields: [{ path: where, code: reason, message: reason }],
    });
  }
}
