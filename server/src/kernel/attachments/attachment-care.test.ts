import { timeline } from '@dealtrail/protocol/activities';
import {
  type AttachmentView,
  deleteAttachment,
  listAttachments,
  previewAttachment,
} from '@dealtrail/protocol/attachments';
import { shareRecord } from '@dealtrail/protocol/records';
import { search } from '@dealtrail/protocol/search';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../testing/test-house.ts';
import { form } from '../http/testing/form.ts';
import { newLead } from '../records/testing/new-lead.ts';

const people = {
  rep: { role: 'representative', department: 'North', name: '周予安' },
  mate: { role: 'representative', department: 'North', name: '沈牧' },
  marketing: { role: 'marketing' },
} as const;

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

beforeEach(async () => {
  (await testHouse()).time.set(TEST_START);
});

async function upload(caller: Caller, id: string, file: Buffer | string, name: string): Promise<AttachmentView> {
  const { payload, headers } = form({ file, name });
  const answer = await caller.inject({ method: 'POST', url: `/api/v1/records/${id}/attachments`, payload, headers });
  expect(answer.status).toBe(201);
  return answer.body as AttachmentView;
}

const files = async (who: Caller, id: string) => (await who.call(listAttachments, { params: { id } })).body.items;

test('who added a file takes it away within a day, who may change the record at any time; both are told in the history', async () => {
  const house = await testHouse();
  const { rep, mate } = await company(people);
  const id = await newLead(rep);
  await rep.call(shareRecord, { params: { id }, body: { memberId: mate.memberId, level: 'write' } });
  const first = await upload(mate, id, 'a', '名片.txt');
  const second = await upload(mate, id, 'b', '图纸.txt');
  await rep.call(shareRecord, { params: { id }, body: { memberId: mate.memberId, level: 'read' } });
  const gone = (who: Caller, file: AttachmentView) => who.call(deleteAttachment, { params: { id: file.id } });
  expect((await files(mate, id)).map(({ mayDelete }) => mayDelete)).toEqual([true, true]);
  expect((await gone(mate, first)).status).toBe(204);
  house.time.advance(86_400_000);
  expect((await files(mate, id)).map(({ mayDelete }) => mayDelete)).toEqual([false]);
  expect((await gone(mate, second)).status).toBe(403);
  expect((await gone(rep, second)).status).toBe(204);
  expect((await gone(rep, second)).status).toBe(404);
  expect(await files(rep, id)).toEqual([]);
  const lines = (await rep.call(timeline, { params: { id } })).body.items.flatMap(({ text }) =>
    text ? [text.key] : [],
  );
  expect(lines.filter((key) => key.startsWith('attachments.'))).toEqual([
    'attachments.event.deleted',
    'attachments.event.deleted',
    'attachments.event.added',
    'attachments.event.added',
  ]);
});

test('pictures and PDF are shown in a sandbox, everything else is refused', async () => {
  const { rep, mate } = await company(people);
  const id = await newLead(rep);
  const picture = await upload(rep, id, PNG, '现场.png');
  const page = await upload(rep, id, '<html><script>alert(1)</script></html>', '伪装.png');
  const pdf = await upload(rep, id, '%PDF-1.7', '报价.pdf');
  expect([picture.previewable, page.previewable, pdf.previewable]).toEqual([true, false, true]);
  const look = (who: Caller, file: AttachmentView) =>
    who.inject({ method: 'GET', url: `/api/v1/attachments/${file.id}/preview` });
  const shown = await look(rep, picture);
  expect(shown.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
    'content-disposition': expect.stringMatching(/^inline; filename="[ -~]*"; filename\*=UTF-8''/),
  });
  expect((await look(rep, pdf)).headers['content-security-policy']).toContain("default-src 'none'");
  expect((await look(rep, page)).problem.code).toBe('not_previewable');
  expect((await look(mate, picture)).status).toBe(404);
  expect((await rep.call(previewAttachment, { params: { id: '019d1111-2222-7333-8444-555555555555' } })).status).toBe(
    404,
  );
});

test('files of one name are versions of one another', async () => {
  const house = await testHouse();
  const { rep } = await company(people);
  const id = await newLead(rep);
  await upload(rep, id, 'a', '报价.pdf');
  house.time.advance(1_000);
  await upload(rep, id, 'b', '图纸.dwg');
  house.time.advance(1_000);
  const newest = await upload(rep, id, 'c', '报价.PDF');
  expect([newest.versionNo, newest.versions]).toEqual([2, 2]);
  expect((await files(rep, id)).map(({ name, versionNo, versions }) => [name, versionNo, versions])).toEqual([
    ['报价.PDF', 2, 2],
    ['图纸.dwg', 1, 1],
    ['报价.pdf', 1, 2],
  ]);
  const [line] = (await rep.call(timeline, { params: { id } })).body.items;
  expect(line?.text?.key).toBe('attachments.event.replaced');
});

test('a record is found by the name of its file, by those who see it, until the file is gone', async () => {
  const { rep, mate } = await company(people);
  const id = await newLead(rep);
  const file = await upload(rep, id, 'a', '华星-压铸检测方案-20260318.pdf');
  const hits = async (who: Caller, q: string) =>
    (await who.call(search, { query: { q } })).body.items.map((hit) => [hit.id, hit.fileName]);
  for (const q of ['压铸检测', '20260318', '华星']) expect(await hits(rep, q), q).toEqual([[id, file.name]]);
  expect(await hits(rep, '检测压铸')).toEqual([]);
  expect(await hits(mate, '压铸检测')).toEqual([]);
  await rep.call(deleteAttachment, { params: { id: file.id } });
  expect(await hits(rep, '压铸检测')).toEqual([]);
});
