import type { View } from '@dealtrail/protocol/views';
import { useWords } from '../i18n/index.ts';
import type { zh } from './messages/zh.ts';

/** The words of views. */
export const useViewWords = useWords<keyof typeof zh>;

/** What a view is called: its own name, or the one of the product. */
export function useViewName(): (view: View) => string {
  const word = useWords();
  return (view) => view.name ?? word(`view.${view.list}.${view.id}`);
}
