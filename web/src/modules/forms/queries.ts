import { describeForm, listForms, listHeld } from '@dealtrail/protocol/forms';
import { useOperation } from '../../kernel/client/index.ts';

/** Web forms with what came through each. */
export function useForms() {
  return useOperation(listForms, {});
}

/** Submissions of a form that wait for a person. */
export function useHeld(id: string) {
  return useOperation(listHeld, { params: { id } });
}

/** What a form asks its visitors for. */
export function usePublicForm(key: string) {
  return useOperation(describeForm, { params: { key } });
}
