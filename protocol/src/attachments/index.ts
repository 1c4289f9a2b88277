import { z } from 'zod';
import { ById, ItemsOf, operation, OutId, OutInstant } from '../kernel/index.ts';

export const AttachmentView = z.object({
  id: OutId,
  recordId: OutId,
  name: z.string(),
  bytes: z.number().int(),
  contentType: z.string(),
  addedBy: z.string().nullable(),
  addedAt: OutInstant,
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
  summary: 'Lists the files of a record.',
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

export const attachmentsProblems = { file_missing: 422 } as const;
