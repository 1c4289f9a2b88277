import { type Lead, listTouches } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { useOperation } from '../../../../kernel/client/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { joined, Moment } from '../../../../kit/formats/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { AddTouchDialog } from '../../actions/add-touch-dialog.tsx';
import { useLeadWords, useSourceName } from '../words.ts';

interface Came {
  readonly id: string;
  readonly source: string | null;
  readonly listed: boolean;
  readonly at: string;
  readonly facts: readonly (string | null)[];
  readonly note: string | null;
}

function Line({ came, first }: { readonly came: Came; readonly first: boolean }) {
  const word = useLeadWords();
  const sourceName = useSourceName();
  const { language } = useKit();
  return (
    <li>
      <span className="k-row k-wrap">
        <b>{sourceName(came.source) || '—'}</b>
        {first && <StateTag>{word('leads.sources.first')}</StateTag>}
        {came.source && !came.listed && <span className="k-t3">{word('leads.source.unlisted')}</span>}
      </span>
      <span className="k-s13 k-t2">
        <Moment at={came.at} /> {joined(came.facts, 'facts', language)}
      </span>
      {came.note && <p className="k-s13">{came.note}</p>}
    </li>
  );
}

/** 来源记录: where a lead first came from, which never changes, and every later touch with its date. */
export function LeadSources({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  const found = useOperation(listTouches, { params: { id: lead.id } }, { live: [lead.id] });
  const [adding, setAdding] = useState(false);
  const later = (found.data?.items ?? []).map(
    ({ id, source, sourceListed, via, campaign, memberName, note, at }): Came => ({
      id,
      source,
      listed: sourceListed,
      at,
      facts: [word(`touchVia.${via}`), campaign, memberName],
      note,
    }),
  );
  const { id, source, sourceListed, createdAt, campaign, createdByName } = lead;
  const first = { id, source, listed: sourceListed, at: createdAt, facts: [campaign, createdByName], note: null };
  return (
    <Card
      title={word('leads.sources.title')}
      note={
        lead.abilities.update && (
          <Button kind="link" small onClick={() => setAdding(true)}>
            {word('leads.sources.add')}
          </Button>
        )
      }
    >
      <ul className="lead-sources">
        {later.map((came) => (
          <Line key={came.id} came={came} first={false} />
        ))}
        <Line came={first} first />
      </ul>
      {adding && <AddTouchDialog lead={lead} onClose={() => setAdding(false)} />}
    </Card>
  );
}
