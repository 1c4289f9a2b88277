import { getBook, type Rule, saveBook } from '@dealtrail/protocol/rules';
import { addDays } from '../../kernel/calendar/index.ts';
import type { Turn } from '../play/live-year.ts';

/** Days before today since which a customer who comes back counts as one who means to buy. */
const SINCE = 40;
const BOOK = 'leads.intent';

/** The administrator puts a rule of the supplier's own before those the product brings. */
export const judging: Turn = async (cast, day) => {
  if (day !== addDays(cast.today, -SINCE)) return;
  const { stage, administrator } = cast;
  const book = await stage.call(administrator, getBook, { query: { book: BOOK } });
  const returning = {
    id: 'returning_customer',
    name: '老客户再来',
    active: true,
    when: {
      all: [
        { field: 'source', op: 'in', value: ['existing_customer'] },
        { field: 'need', op: 'isEmpty', value: false },
      ],
    },
    says: { level: 'high', label: '高意向-老客户复购' },
  } satisfies Rule;
  await stage.call(administrator, saveBook, {
    body: {
      book: BOOK,
      baseVersion: book.version,
      rules: [returning, ...book.items],
      note: '老客户主动再来的，多半已经有采购打算',
    },
  });
};
