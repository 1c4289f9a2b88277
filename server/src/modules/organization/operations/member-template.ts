import { Readable } from 'node:stream';
import * as protocol from '@dealtrail/protocol/organization';
import { contentDisposition } from '../../../kernel/attachments/storage/index.ts';
import { handleFile } from '../../../kernel/http/handle.ts';
import { localeOf } from '../../../kernel/http/refusals.ts';
import { xlsxStream } from '../../../kernel/sheets/index.ts';

async function* rowsOf(sentences: Readonly<Record<string, string>>): AsyncGenerator<string[]> {
  yield protocol.MemberImportField.options.map((field) => sentences[`organization.importField.${field}`] ?? field);
  for (const line of (sentences['organization.template.example'] ?? '').split('\n')) yield line.split('|');
}

/** The columns of a member import with two rows to copy, in the reader's language. */
export const memberTemplate = handleFile(protocol.memberTemplate, async ({ reply, services }) => {
  const sentences = services.registry.messages[localeOf(reply.request)];
  const name = sentences['organization.template.name'] ?? 'members';
  reply
    .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', contentDisposition(`${name}.xlsx`))
    .header('cache-control', 'no-store');
  return Readable.from(xlsxStream({ sheets: [{ name, rows: rowsOf(sentences) }] }));
});
