import { attachmentsProblems } from '@dealtrail/protocol/attachments';
import { attachmentsEn, attachmentsZh } from '@dealtrail/protocol/attachments/messages';
import type { Module } from '../house/module.ts';
import { deleteAttachment } from './delete-attachment.ts';
import { listAttachments } from './read-attachments.ts';
import { downloadAttachment, previewAttachment } from './send-attachment.ts';
import { attachmentParticipants } from './participants.ts';
import { sweepFiles } from './sweep-files.ts';
import { uploadAttachment } from './upload-attachment.ts';

/** Files that hang on records. */
export const attachments: Module = {
  name: 'attachments',
  problems: attachmentsProblems,
  messages: { zh: attachmentsZh, en: attachmentsEn },
  participants: attachmentParticipants,
  routes: [uploadAttachment, listAttachments, downloadAttachment, previewAttachment, deleteAttachment],
  sweeps: [
    {
      name: 'attachments.orphans',
      due: 'sweep.organizations',
      everySeconds: 21_600,
      run: async ({ orgId, services }) => {
        await sweepFiles(services, orgId);
        return false;
      },
    },
  ],
};
