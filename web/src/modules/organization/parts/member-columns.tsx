import type { Member } from '@dealtrail/protocol/organization';
import { useMemo } from 'react';
import { Day, dayOf, joined } from '../../../kit/formats/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import type { Column } from '../../../kit/table/index.ts';
import { isAbsent } from '../rules/member-changes.ts';
import { useRoleNames } from './role-names.ts';
import { useSettingsWords } from './words.ts';

/** When somebody is away; a word beside it while they are. */
export function MemberAbsence({ member }: { readonly member: Member }) {
  const word = useSettingsWords();
  const { zone, now } = useKit();
  const { absentFrom, absentUntil } = member;
  if (!absentFrom) return <span className="k-t3">—</span>;
  return (
    <>
      {isAbsent(member, dayOf(now(), zone)) && <StateTag tone="paused">{word('settings.member.away')}</StateTag>}{' '}
      <Day day={absentFrom} /> – {absentUntil ? <Day day={absentUntil} /> : word('settings.member.openEnd')}
    </>
  );
}

function Skills({ skills }: Pick<Member, 'skills'>) {
  const { language } = useKit();
  return skills.length > 0 ? joined(skills, 'names', language) : <span className="k-t3">—</span>;
}

const skillsColumn = (title: string): Column<Member> => ({
  key: 'skills',
  title,
  width: 180,
  render: ({ skills }) => <Skills skills={skills} />,
});

/** The columns of the members. */
export function useMemberColumns(): readonly Column<Member>[] {
  const word = useSettingsWords();
  const { nameOf } = useRoleNames();
  const { language } = useKit();
  return useMemo(
    () => [
      {
        key: 'name',
        title: word('settings.member.name'),
        width: 160,
        render: ({ name }) => name,
        renderBeside: ({ joined: here }) => !here && <StateTag>{word('settings.member.invited')}</StateTag>,
      },
      {
        key: 'department',
        title: word('settings.member.department'),
        width: 140,
        render: ({ departmentName }) => departmentName ?? <span className="k-t3">—</span>,
      },
      {
        key: 'roles',
        title: word('settings.member.roles'),
        width: 200,
        render: ({ roleKeys }) => joined(roleKeys.map(nameOf), 'names', language),
      },
      { key: 'email', title: word('settings.member.email'), width: 220, render: ({ email }) => email },
      {
        key: 'mobile',
        title: word('settings.member.mobile'),
        width: 150,
        render: ({ mobile }) => mobile ?? <span className="k-t3">—</span>,
      },
      {
        key: 'staffNumber',
        title: word('settings.member.staffNumber'),
        width: 110,
        render: ({ staffNumber }) => staffNumber ?? <span className="k-t3">—</span>,
      },
      {
        key: 'absence',
        title: word('settings.member.absence'),
        width: 220,
        render: (member) => <MemberAbsence member={member} />,
      },
      {
        key: 'capacity',
        title: word('settings.member.capacity'),
        width: 120,
        end: true,
        render: ({ leadCapacity }) => leadCapacity ?? word('settings.member.noLimit'),
      },
      skillsColumn(word('settings.member.skills')),
    ],
    [word, nameOf, language],
  );
}
