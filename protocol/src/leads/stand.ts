import { z } from 'zod';
import { AttachmentView } from '../attachments/index.ts';
import { CampaignName } from '../campaigns/index.ts';
import { ById, operation, OutId } from '../kernel/index.ts';

export const describeStand = operation({
  id: 'leads.describeStand',
  method: 'GET',
  path: '/campaigns/:id/stand',
  params: ById,
  result: z.object({
    campaign: CampaignName,
    /** Source of everything entered here: that of the campaign, else exhibition. */
    source: z.string(),
    /** Who entered how many today, the most first: new leads, and known ones that came again. */
    today: z.array(z.object({ memberId: OutId, name: z.string(), entries: z.int() })),
  }),
  problems: [],
  permission: 'leads.create',
  offline: 'online',
  summary: 'What the phone page of a stand needs: its campaign and source, and who entered how many leads today.',
});

export const addCard = operation({
  id: 'leads.addCard',
  method: 'POST',
  path: '/leads/:id/card',
  params: ById,
  bodyKind: 'multipart',
  result: AttachmentView,
  status: 201,
  problems: ['file_missing'],
  permission: 'leads.create',
  offline: 'queue',
  summary:
    'Keeps the photo of a business card (multipart field `file`) on a lead the member entered or changed within a day, also when the rules gave it to a colleague.',
});
