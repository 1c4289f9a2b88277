import { findDuplicateCustomers } from '@dealtrail/protocol/customers';
import type { ReactNode } from 'react';
import { useOperation } from '../../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { DuplicateHits } from './duplicate-hits.tsx';
import { useDuplicateQuestion } from './use-duplicate-question.ts';

const asking = ['name', 'shortName', 'creditCode', 'website'] as const;

/** Looks for the same company each time one of the fields inside is left, and says what it found and why. */
export function CustomerCheck({ children }: { readonly children: ReactNode }) {
  const { question, enabled, onBlur } = useDuplicateQuestion(asking);
  const found = useOperation(findDuplicateCustomers, { body: question }, { enabled });
  return (
    <>
      <div onBlur={onBlur}>{children}</div>
      <div aria-live="polite">
        <DuplicateHits hits={enabled ? (found.data?.duplicates ?? []) : []} />
        <ProblemNotice error={enabled ? found.error : null} />
      </div>
    </>
  );
}
