import { recordsProblems } from '@dealtrail/protocol/records';
import { recordsEn, recordsZh } from '@dealtrail/protocol/records/messages';
import type { Module } from '../house/module.ts';
import { deleteRecords } from './bin/delete-records.ts';
import { listDeleted } from './bin/list-deleted.ts';
import { previewDelete } from './bin/preview-delete.ts';
import { purgeRecords, sweepBin } from './bin/purge-records.ts';
import { restoreRecords } from './bin/restore-records.ts';
import { getRecord } from './get-record.ts';
import { listMerges, mergeRecords, previewMerge, undoMergeOf } from './merge/merge-records.ts';
import { recordParticipants } from './participants.ts';
import { listShares } from './shares/list-shares.ts';
import { endShare, shareRecord } from './shares/share-record.ts';
import { sweepEndedShares } from './shares/sweep-ended-shares.ts';
import { whenShareGivenTellMember } from './shares/when-share-given-tell-member.ts';

/** What every business object has: a head, shares, the recycle bin, and a pointer where it was merged. */
export const records: Module = {
  name: 'records',
  permissions: ['records.purge'],
  problems: recordsProblems,
  messages: { zh: recordsZh, en: recordsEn },
  participants: recordParticipants,
  reactions: [whenShareGivenTellMember],
  notices: [{ kind: 'records.shared', app: true, mail: null }],
  sweeps: [sweepEndedShares, sweepBin],
  constraints: { shares_pk: 'conflict' },
  routes: [
    listDeleted,
    previewDelete,
    deleteRecords,
    restoreRecords,
    purgeRecords,
    getRecord,
    listShares,
    shareRecord,
    endShare,
    previewMerge,
    mergeRecords,
    listMerges,
    undoMergeOf,
  ],
};
