import { LeadImportField } from '@dealtrail/protocol/leads';
import type { ImportTarget } from '../../../../kit/import/index.ts';
import { MappingTable } from '../../../../kit/import/index.ts';
import { Notice } from '../../../../kit/states/index.ts';
import type { ImportDraft } from '../../actions/use-import.ts';
import { namesLeads } from '../../import-account.ts';
import { useLeadWords } from '../words.ts';

/** Which column of the file is which fact of a lead. */
export function ImportMapping({ draft }: { readonly draft: ImportDraft }) {
  const word = useLeadWords();
  const { peeked } = draft;
  if (!peeked) return null;
  const targets: readonly ImportTarget[] = LeadImportField.options.map((field) => ({
    key: field,
    label: word(`leads.import.field.${field}`),
  }));
  const columns = peeked.header.map((header, at) => ({
    header,
    samples: peeked.rows.map((row) => row[at] ?? ''),
  }));
  const mapped = Object.keys(draft.mapping).length;
  return (
    <div className="k-stack">
      <p className="k-t2">
        {word('leads.import.mapped', { mapped, columns: columns.length })}
        {peeked.encoding && ` ${word('leads.import.encoding', { encoding: peeked.encoding.toUpperCase() })}`}
      </p>
      {!namesLeads(draft.mapping) && <Notice tone="soon" title={word('leads.import.nameless')} />}
      <div className="lead-scroll">
        <MappingTable columns={columns} targets={targets} value={draft.mapping} onChange={draft.map} />
      </div>
    </div>
  );
}
