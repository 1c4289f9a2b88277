import { findDuplicates } from '@dealtrail/protocol/leads';
import { type ReactNode, useState } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { useTypedValues } from '../../../kit/form/index.ts';
import { LeadDuplicates } from './record/lead-duplicates.tsx';

interface Asked {
  readonly companyName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

const nothing: Asked = { companyName: null, phone: null, email: null };

function asked(values: Readonly<Record<string, unknown>>): Asked {
  const text = (key: keyof Asked) => {
    const value = values[key];
    return typeof value === 'string' && value.trim() ? value.trim() : null;
  };
  return { companyName: text('companyName'), phone: text('phone'), email: text('email') };
}

/** Looks for the same company, phone or e-mail each time one of the fields inside is left, and says what it found. */
export function DuplicateCheck({ children }: { readonly children: ReactNode }) {
  const values = useTypedValues();
  const [question, setQuestion] = useState<Asked>(nothing);
  const enabled = Object.values(question).some((value) => value !== null);
  const found = useOperation(findDuplicates, { body: question }, { enabled });
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
      <div aria-live="polite">{enabled && found.data && <LeadDuplicates hits={found.data.duplicates} />}</div>
    </>
  );
}
