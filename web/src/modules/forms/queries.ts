import {
  describeForm,
  type FormSubmission,
  type InboundPost,
  listForms,
  listHeld,
  listHooks,
  listPosts,
  listSubmissions,
  type SubmissionOutcome,
} from '@dealtrail/protocol/forms';
import { type CursorPage, useOperation, usePages } from '../../kernel/client/index.ts';

/** Web forms with what came through each. */
export function useForms() {
  return useOperation(listForms, {});
}

/** Doors for other systems, with what came through each. */
export function useHooks() {
  return useOperation(listHooks, {});
}

/** What was posted to a door, or what of it came to that. */
export function usePosts(id: string, state: InboundPost['state'] | undefined) {
  return useOperation(listPosts, { params: { id }, query: state ? { state } : {} }, { keep: true });
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
