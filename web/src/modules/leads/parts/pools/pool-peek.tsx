import type { PoolLead } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { Button } from '../../../../kit/button/index.ts';
import { Day, Moment, Money } from '../../../../kit/formats/index.ts';
import { Peek } from '../../../../kit/peek/index.ts';
import { FieldList } from '../../../../kit/record/index.ts';
import { Facts } from '../../../../kit/mark/index.ts';
import { PoolAssign } from '../../actions/pools/pool-dialogs.tsx';
import { ClaimButton } from '../../actions/pools/claim-button.tsx';
import { Intent } from '../list/lead-columns.tsx';
import { useCustomerTypeName, useLeadWords, useSourceName } from '../words.ts';
import { placeOf, useWhyHere } from './pool-columns.tsx';
import { usePoolLeadName } from './pool-name.ts';

interface PoolPeekProps {
  readonly lead: PoolLead;
  readonly position: { readonly index: number; readonly total: string };
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
}

/** A look at a lead of a pool: what it is about and why it is there; whom to call is told after the claim. */
export function PoolPeek({ lead, ...frame }: PoolPeekProps) {
  const word = useLeadWords();
  const nameOf = usePoolLeadName();
  const whyHere = useWhyHere();
  const sourceName = useSourceName();
  const typeName = useCustomerTypeName();
  const [giving, setGiving] = useState(false);
  const name = nameOf(lead);
  const acts = (
    <>
      <ClaimButton lead={lead} primary />
      {lead.abilities.assign && (
        <Button icon="handover" onClick={() => setGiving(true)}>
          {word('pools.assign')}
        </Button>
      )}
    </>
  );
  return (
    <Peek
      {...frame}
      title={name}
      facts={
        <Facts>
          {lead.number}
          <span key="created">
            {word('leads.created')} <Moment at={lead.createdAt} />
          </span>
        </Facts>
      }
      acts={acts}
    >
      <FieldList
        fields={[
          [word('leads.field.need'), lead.need && <span className="lead-need">{lead.need}</span>],
          [word('leads.field.industry'), lead.industry],
          [word('leads.field.place'), placeOf(lead) || null],
          [word('leads.field.customerType'), typeName(lead.customerType) || null],
          [word('leads.field.source'), sourceName(lead.source) || null],
          [word('leads.field.intent'), <Intent key="intent" of={lead.intent} />],
          [word('leads.field.priority'), word(`priority.${lead.priority}`)],
          lead.budgetMinor === null
            ? null
            : [word('leads.field.budget'), <Money key="budget" minor={lead.budgetMinor} currency={lead.currency} />],
          lead.expectedPurchaseOn
            ? [word('leads.field.expectedPurchaseOn'), <Day key="day" day={lead.expectedPurchaseOn} />]
            : null,
          [word('pools.why'), whyHere(lead)],
          [word('pools.pooledAt'), <Moment key="pooled" at={lead.pooledAt} />],
          lead.formerOwners > 0
            ? [word('pools.formerOwners'), word('pools.formerOwners.count', { count: lead.formerOwners })]
            : null,
        ]}
      />
      <p className="k-s13 k-t3">{word('pools.noContacts')}</p>
      {giving && <PoolAssign id={lead.id} name={name} onClose={() => setGiving(false)} />}
    </Peek>
  );
}
