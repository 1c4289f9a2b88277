import {
  type AuditLine,
  lastVerdict,
  listAudit,
  listReadings,
  type RecordChange,
  searchAudit,
} from '@dealtrail/protocol/audit';
import { recordExports } from '@dealtrail/protocol/exports';
import { type DeletedRecord, getRecord, listDeleted, listShares, previewDelete } from '@dealtrail/protocol/records';
import { useQuery } from '@tanstack/react-query';
import { call, type CursorPage, useOperation, usePages } from '../../kernel/client/index.ts';

/** What a record has in common with all others, and what may be done with it. */
export function useRecordHead(id: string) {
  return useOperation(getRecord, { params: { id } }, { live: [id] });
}

/** With whom a record is shared. */
export function useShares(id: string, enabled: boolean) {
  return useOperation(listShares, { params: { id } }, { enabled });
}

/** What deleting would do; it is a question although it travels as POST, and never kept. */
export function useDeletionPreview(ids: readonly string[]) {
  return useQuery({
    queryKey: [previewDelete.id, ids],
    queryFn: ({ signal }) => call(previewDelete, { body: { ids: [...ids] } }, { signal }),
    gcTime: 0,
    staleTime: 0,
  });
}

/** The recycle bin. */
export function useDeleted(q: string, kind: string) {
  return usePages<CursorPage<DeletedRecord>>(listDeleted, { query: { q: q || undefined, kind: kind || undefined } });
}

/** The changes of a record. */
export function useChanges(id: string) {
  return usePages<CursorPage<RecordChange> & { version: number | null }>(listAudit, { params: { id }, query: {} });
}

/** Who saw the contact data of a record. */
export function useReadings(id: string) {
  return useOperation(listReadings, { params: { id } });
}

/** Exports that held a record. */
export function useRecordExports(id: string) {
  return useOperation(recordExports, { params: { id } });
}

/** What the audit is asked for; empty words ask for nothing. */
export interface AuditAsked {
  readonly actorId?: string | undefined;
  readonly operation?: string | undefined;
  readonly number?: string | undefined;
  readonly field?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Changes of the whole organisation. */
export function useAudit(asked: AuditAsked) {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  return usePages<CursorPage<AuditLine>>(searchAudit, { query });
}

/** The last check of the sealed history. */
export function useVerdict() {
  return useOperation(lastVerdict, {});
}
