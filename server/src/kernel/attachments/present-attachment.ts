import type { AttachmentView } from '@dealtrail/protocol/attachments';
import { sql } from 'kysely';
import type { RowOf } from '../db/index.ts';

/** Kinds a browser shows without running anything of them. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf']);

/** Who added a file may take it away again for this long. */
const OWN_MS = 86_400_000;

/** Whether a browser may show the content. */
export function isPreviewable(contentType: string): boolean {
  return shown.has(contentType);
}

/** A file with its place among those of the same name. */
export type AttachmentFacts = RowOf<'attachments'> & { versionNo: number; versions: number };

/** Who asks, as far as it decides what they may do with a file. */
export interface Asking {
  readonly memberId: string;
  readonly mayUpdate: boolean;
  readonly now: Date;
}

/** Whether a member may remove a file: their own of the last 24 hours, or any on a record they may change. */
export function mayDelete(
  { addedBy, addedAt }: Pick<RowOf<'attachments'>, 'addedBy' | 'addedAt'>,
  asking: Asking,
): boolean {
  const own = addedBy === asking.memberId && asking.now.getTime() - addedAt.getTime() < OWN_MS;
  return own || asking.mayUpdate;
}

/** Query for the files of a record with their versions, the newest first, at most so many. */
export function attachmentsQuery(orgId: string, recordId: string, limit: number) {
  return sql<AttachmentFacts>`
    select a.id, a.record_id, a.name, a.original_name, a.bytes, a.content_type, a.added_by, a.added_at,
      (row_number() over (partition by lower(a.name) order by a.added_at, a.id))::int as version_no,
      (count(*) over (partition by lower(a.name)))::int as versions
    from seen.attachments a where a.org_id = ${orgId}::uuid and a.record_id = ${recordId}::uuid
    order by a.added_at desc, a.id desc limit ${limit}`;
}

/** A file as it is shown. */
export function presentAttachment(
  file: Pick<
    AttachmentFacts,
    | 'id'
    | 'recordId'
    | 'name'
    | 'originalName'
    | 'bytes'
    | 'contentType'
    | 'addedBy'
    | 'addedAt'
    | 'versionNo'
    | 'versions'
  >,
  addedBy: string | null,
  asking: Asking,
): AttachmentView {
  const { id, recordId, name, originalName, bytes, contentType, addedAt, versionNo, versions } = file;
  return {
    id,
    recordId,
    name,
    originalName,
    bytes,
    contentType,
    addedBy,
    addedAt: addedAt.toISOString(),
    versionNo,
    versions,
    previewable: isPreviewable(contentType),
    mayDelete: mayDelete(file, asking),
  };
}
