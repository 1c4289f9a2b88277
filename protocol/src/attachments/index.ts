import { z } from 'zod';
import { ById, ItemsOf, operation, OutId, OutInstant } from '../kernel/index.ts';

export const AttachmentView = z.object({
  id: OutId,
  recordId: OutId,
  name: z.string(),
  /** What it was called before it was named by the naming rule; null where it was not. */
  originalName: z.string().nullable(),
  bytes: z.number().int(),
  contentType: z.string(),
  addedBy: z.string().nullable(),
  addedAt: OutInstant,
  /** Files of one name on a record are versions of one another: 1 is the oldest. */
  versionNo: z.number().int(),
  versions: z.number().int(),
  /** Whether a browser may show it: pictures and PDF. */
  previewable: z.boolean(),
  mayDelete: z.boolean(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;

export const uploadAttachment = operation({
  id: 'attachments.upload',
  method: 'POST',
  path: '/records/:id/attachments',
  params: ById,
  bodyKind: 'multipart',
  result: AttachmentView,
  status: 201,
  problems: ['file_missing'],
  permission: 'member',
  offline: 'queue',
  summary: 'Keeps one file (multipart field `file`, at most 20 MB) on a record the member may change.',
});

export const listAttachments = operation({
  id: 'attachments.list',
  method: 'GET',
  path: '/records/:id/attachments',
  params: ById,
  result: ItemsOf(AttachmentView),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Lists the files of a record, the newest first; files of one name are versions of one another.',
});

export const downloadAttachment = operation({
  id: 'attachments.download',
  method: 'GET',
  path: '/attachments/:id/file',
  params: ById,
  resultKind: 'file',
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Downloads a file, always as an attachment.',
});

export const previewAttachment = operation({
  id: 'attachments.preview',
  method: 'GET',
  path: '/attachments/:id/preview',
  params: ById,
  resultKind: 'file',
  problems: ['not_previewable'],
  permission: 'member',
  offline: 'online',
  summary: 'Shows a picture or a PDF in the browser, in a sandbox; every other kind of file is refused.',
});

export const deleteAttachment = operation({
  id: 'attachments.delete',
  method: 'DELETE',
  path: '/attachments/:id',
  params: ById,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Removes a file: who added it within 24 hours, and who may change the record.',
});

export const attachmentsProblems = { file_missing: 422, not_previewable: 422 } as const;
