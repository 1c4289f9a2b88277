import { EscalatePlace, type EscalateTo } from '@dealtrail/protocol/clocks';
import { useMemo } from 'react';
import { useColleagues, useRoleNames } from '../../../modules/organization/index.ts';
import { useTimeWords } from './words.ts';

interface Hearers {
  /** Places first, then roles, then people. */
  readonly groups: readonly {
    readonly label: string;
    readonly options: readonly { readonly value: EscalateTo; readonly label: string }[];
  }[];
  readonly nameOf: (to: EscalateTo) => string;
}

/** Who may hear of an escalation, and what each is called. */
export function useHearers(): Hearers {
  const word = useTimeWords();
  const { roles, nameOf: roleName } = useRoleNames();
  const people = useColleagues().data?.items;
  return useMemo(() => {
    const places = EscalatePlace.options.map((to) => ({ value: to, label: word(`time.to.${to}`) }));
    const ofRoles = roles.map(({ key }) => ({
      value: `role:${key}` as const,
      label: word('time.to.role', { role: roleName(key) }),
    }));
    const persons = (people ?? []).map(({ id, name }) => ({ value: `member:${id}` as const, label: name }));
    const names = new Map<string, string>(
      [...places, ...ofRoles, ...persons].map(({ value, label }) => [value, label]),
    );
    return {
      groups: [
        { label: word('time.to.places'), options: places },
        { label: word('time.to.roles'), options: ofRoles },
        { label: word('time.to.people'), options: persons },
      ],
      nameOf: (to) => names.get(to) ?? word('time.to.somebody'),
    };
  }, [word, roles, roleName, people]);
}
