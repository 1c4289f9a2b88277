import {
  describeForm,
  type FormSubmission,
  listForms,
  listHeld,
  listSubmissions,
  type SubmissionOutcome,
} from '@dealtrail/protocol/forms';
import { type CursorPage, useOperation, usePages } from '../../kernel/client/index.ts';

/** Web forms with what came through each. */
export function useForms() {
  return useOperation(listForms, {});
}

/** Submissions of a form that wait for a person. */
export function useHeld(id: string) {
  return useOperation(listHeld, { params: { id } });
}

/** What was sent by a form, or what of it came to that. */
export function useSubmissions(id: string, outcome: SubmissionOutcome | undefined) {
  return usePages<CursorPage<FormSubmission>>(listSubmissions, { params: { id }, query: { outcome } });
}

/** What a form asks its visitors for. */
export function usePublicForm(key: string) {
  return useOperation(describeForm, { params: { key } });
}
