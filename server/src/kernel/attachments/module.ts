import { attachmentsProblems } from '@dealtrail/protocol/attachments';
import type { Module } from '../house/module.ts';
import { downloadAttachment, listAttachments } from './read-attachments.ts';
import { attachmentParticipants } from './participants.ts';
import { sweepFiles } from './sweep-files.ts';
import { uploadAttachment } from './upload-attachment.ts';

/** Files that hang on records. */
export const attachments: Module = {
  name: 'attachments',
  problems: attachmentsProblems,
  participants: attachmentParticipants,
  routes: [uploadAttachment, listAttachments, downloadAttachment],
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
