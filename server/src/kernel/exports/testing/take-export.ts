import { downloadExport, exportOptions, type ExportView, getExport, startExport } from '@dealtrail/protocol/exports';
import { createLead, type Lead } from '@dealtrail/protocol/leads';
import { type Caller, testHouse } from '../../../testing/test-house.ts';

type Wish = Partial<NonNullable<(typeof startExport)['body']>['_zod']['input']>;

let serial = 0;

/** Takes a lead in; a test names what matters to it. */
export async function buildLead(
  caller: Caller,
  facts: Partial<NonNullable<(typeof createLead)['body']>['_zod']['input']> = {},
): Promise<Lead> {
  serial += 1;
  const body = { companyName: `嘉兴禾川${serial}号纺织有限公司`, source: '官网', need: '了解产品功能', ...facts };
  return (await caller.call(createLead, { body })).body;
}

/** Orders an export with the usual columns; a test names what matters to it. */
export async function order(caller: Caller, wish: Wish = {}) {
  const kind = wish.kind ?? 'lead';
  const options = await caller.call(exportOptions, { query: { kind } });
  const columns = options.status === 200 ? options.body.columns.filter(({ usual }) => usual) : [];
  const names = columns.length > 0 ? columns.map(({ name }) => name) : ['number'];
  return caller.call(startExport, { body: { kind, format: 'csv', columns: names, ...wish } });
}

/** Orders an export, lets it run, and returns where it stands and what the file says. */
export async function take(caller: Caller, wish: Wish = {}): Promise<{ view: ExportView; text: string }> {
  const house = await testHouse();
  const ordered = await order(caller, wish);
  if (ordered.status !== 202)
    throw new Error(`startExport answered ${ordered.status}: ${JSON.stringify(ordered.body)}`);
  await house.drain(caller.orgId);
  const { id } = ordered.body;
  const { body: view } = await caller.call(getExport, { params: { id } });
  const file = view.state === 'done' ? await caller.call(downloadExport, { params: { id } }) : undefined;
  return { view, text: file ? textOf(file.body) : '' };
}

/** The lines of a CSV export below its mark and its headings. */
export function linesOf(text: string): string[] {
  return text.trimEnd().split('\r\n').slice(2);
}

// The protocol knows a file only as no JSON; the test house gives its text.
function textOf(body: unknown): string {
  return typeof body === 'string' ? body : '';
}
