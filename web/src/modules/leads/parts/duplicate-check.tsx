import { findDuplicates } from '@dealtrail/protocol/leads';
import { type ReactNode, useState } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { ChoiceChips, Field, useTypedValues } from '../../../kit/form/index.ts';
import { DuplicateHits } from '../../customers/index.ts';
import { useLeadWords } from './words.ts';

const asking = ['companyName', 'contactName', 'phone', 'landline', 'email', 'wechat', 'creditCode', 'website'] as const;

type Asked = Partial<Record<(typeof asking)[number], string>>;

function asked(values: Readonly<Record<string, unknown>>): Asked {
  const told = asking.flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' && value.trim() ? [[name, value.trim()] as const] : [];
  });
  return Object.fromEntries(told);
}

/**
 * Looks for the same company or person each time one of the fields inside is left, says what it found and why, and
 * offers to add to a lead that is there.
 */
export function DuplicateCheck({ children }: { readonly children: ReactNode }) {
  const word = useLeadWords();
  const values = useTypedValues();
  const [question, setQuestion] = useState<Asked>({});
  const enabled = Object.keys(question).length > 0;
  const found = useOperation(findDuplicates, { body: question }, { enabled });
  const hits = enabled ? (found.data?.duplicates ?? []) : [];
  const sure = hits.some(
    (hit) => hit.visible && hit.recordKind === 'lead' && (hit.grade === 'same' || hit.grade === 'likely'),
  );
  const ways = (['create', 'join'] as const).map((value) => ({ value, word: word(`leads.duplicate.${value}`) }));
  return (
    <>
      <div
        onBlur={() => {
          const next = asked(values);
          if (JSON.stringify(next) !== JSON.stringify(question)) setQuestion(next);
        }}
      >
        {children}
      </div>
      <div aria-live="polite">
        <DuplicateHits hits={hits} />
        <ProblemNotice error={enabled ? found.error : null} />
      </div>
      <Field
        name="onDuplicate"
        label={word('leads.duplicate.what')}
        help={word('leads.duplicate.what.hint')}
        when={sure}
      >
        <ChoiceChips choices={ways} />
      </Field>
    </>
  );
}
