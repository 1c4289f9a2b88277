import type { Member } from '@dealtrail/protocol/organization';
import { useMemo, useState } from 'react';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button, Segmented } from '../../../kit/button/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { SearchBox } from '../../../kit/search/index.ts';
import { Empty } from '../../../kit/states/index.ts';
import { DataList } from '../../../kit/table/index.ts';
import { MemberSheet } from '../actions/member-sheet.tsx';
import { MemberAbsence, useMemberColumns } from '../parts/member-columns.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useRoleName, useSettingsWords } from '../parts/words.ts';
import { useMembers } from '../settings-queries.ts';

function holds(member: Member, q: string): boolean {
  const asked = q.toLowerCase();
  return [member.name, member.email, member.departmentName].some((text) => text?.toLowerCase().includes(asked));
}

function MemberCard({ member }: { readonly member: Member }) {
  const nameOf = useRoleName();
  const { language } = useKit();
  return (
    <p className="k-s13 k-t2">
      <Facts>
        {member.departmentName}
        {joined(
          member.roleKeys.map((key) => nameOf(key)),
          'names',
          language,
        )}
        {member.absentFrom && <MemberAbsence member={member} />}
      </Facts>
    </p>
  );
}

/** The members: where they belong, what they may do, how much they take, when they are away. */
export function Members() {
  const word = useSettingsWords();
  const go = useGo();
  const [search, change] = useAddressSearch();
  const [activity, setActivity] = useState<'active' | 'inactive'>('active');
  const found = useMembers();
  const q = search['q'] ?? '';
  const all = found.data?.items;
  const rows = useMemo(
    () => (all ?? []).filter((member) => member.active === (activity === 'active') && (!q || holds(member, q))),
    [all, activity, q],
  );
  const open = all?.find(({ id }) => id === search['id']);
  const instead = found.error ? (
    <ProblemState error={found.error} onRetry={() => void found.refetch()} />
  ) : rows.length === 0 ? (
    <Empty icon="users" title={word('settings.members.nothing')} />
  ) : undefined;
  const invite = (
    <Button kind="primary" icon="plus" onClick={() => go('/settings/invitations?new=1')}>
      {word('settings.invite')}
    </Button>
  );
  return (
    <SettingsFrame here="members" actions={invite}>
      <div className="k-row k-wrap settings-bar">
        <Segmented
          label={word('settings.members.which')}
          value={activity}
          onChange={setActivity}
          choices={[
            { value: 'active', word: word('settings.members.active') },
            { value: 'inactive', word: word('settings.members.inactive') },
          ]}
        />
        <SearchBox
          label={word('settings.members.search')}
          value={q}
          onSearch={(text) => change({ q: text || undefined })}
        />
      </div>
      <div className="settings-table">
        <DataList<Member>
          label={word('settings.place.members')}
          columns={useMemberColumns()}
          rows={rows}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          rowHref={({ id }) => `/settings/members?id=${id}`}
          onOpen={({ id }) => change({ id }, false)}
          loading={found.isPending}
          instead={instead}
          renderCard={(member) => <MemberCard member={member} />}
        />
      </div>
      {open && <MemberSheet key={open.id} member={open} onClose={() => change({ id: undefined }, false)} />}
    </SettingsFrame>
  );
}
