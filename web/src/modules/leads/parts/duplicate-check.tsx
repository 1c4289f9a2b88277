import { findDuplicates } from '@dealtrail/protocol/leads';
import type { ReactNode } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { ChoiceChips, Field } from '../../../kit/form/index.ts';
import { DuplicateHits, useDuplicateQuestion } from '../../customers/index.ts';
import { useLeadWords } from './words.ts';

const asking = ['companyName', 'contactName', 'phone', 'landline', 'email', 'wechat', 'creditCode', 'website'] as const;

/**
 * Looks for the same company or person each time one of the fields inside is left, says what it found and why, and
 * offers to add to a lead that is there.
 */
export function DuplicateCheck({ children }: { readonly children: ReactNode }) {
  const word = useLeadWords();
  const { question, enabled, onBlur } = useDuplicateQuestion(asking);
  const found = useOperation(findDuplicates, { body: question }, { enabled });
  const hits = enabled ? (found.data?.duplicates ?? []) : [];
  const sure = hits.some(
    (hit) => hit.visible && hit.recordKind === 'lead' && (hit.grade === 'same' || hit.grade === 'likely'),
  );
  const ways = (['create', 'join'] as const).map((value) => ({ value, word: word(`leads.duplicate.${value}`) }));
  return (
    <>
      <div onBlur={onBlur}>{children}</div>
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
