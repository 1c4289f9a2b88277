import { findDuplicateCustomers } from '@dealtrail/protocol/customers';
import { type ReactNode, useState } from 'react';
import { useOperation } from '../../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { useTypedValues } from '../../../../kit/form/index.ts';
import { DuplicateHits } from './duplicate-hits.tsx';

const asking = ['name', 'shortName', 'creditCode', 'website'] as const;

type Asked = Partial<Record<(typeof asking)[number], string>>;

function asked(values: Readonly<Record<string, unknown>>): Asked {
  const told = asking.flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' && value.trim() ? [[name, value.trim()] as const] : [];
  });
  return Object.fromEntries(told);
}

/** Looks for the same company each time one of the fields inside is left, and says what it found and why. */
export function CustomerCheck({ children }: { readonly children: ReactNode }) {
  const values = useTypedValues();
  const [question, setQuestion] = useState<Asked>({});
  const enabled = Object.keys(question).length > 0;
  const found = useOperation(findDuplicateCustomers, { body: question }, { enabled });
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
        <DuplicateHits hits={enabled ? (found.data?.duplicates ?? []) : []} />
        <ProblemNotice error={enabled ? found.error : null} />
      </div>
    </>
  );
}
