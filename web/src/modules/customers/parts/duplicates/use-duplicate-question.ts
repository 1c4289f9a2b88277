import { useState } from 'react';
import { useTypedValues } from '../../../../kit/form/index.ts';

/** What of these fields was typed, without the empty ones. */
type Typed<Name extends string> = Partial<Record<Name, string>>;

function typedIn<Name extends string>(names: readonly Name[], values: Readonly<Record<string, unknown>>): Typed<Name> {
  const told = names.flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' && value.trim() ? [[name, value.trim()] as const] : [];
  });
  return Object.fromEntries(told) as Typed<Name>;
}

/** What to ask for duplicates by: these fields of the form around, as they stood when one of them was last left. */
export function useDuplicateQuestion<Name extends string>(names: readonly Name[]) {
  const values = useTypedValues();
  const [question, setQuestion] = useState<Typed<Name>>({});
  return {
    question,
    /** Something was typed, so there is something to ask. */
    enabled: Object.keys(question).length > 0,
    onBlur: () => {
      const next = typedIn(names, values);
      if (JSON.stringify(next) !== JSON.stringify(question)) setQuestion(next);
    },
  };
}
