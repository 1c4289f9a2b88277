import type { Member, MemberQuery } from '@dealtrail/protocol/organization';
import { useState } from 'react';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Empty } from '../../../kit/states/index.ts';
import { DataList } from '../../../kit/table/index.ts';
import { MemberSheet } from '../actions/member-sheet.tsx';
import { MemberAbsence, useMemberColumns } from '../parts/member-columns.tsx';
import { LinksDialog } from '../members/links-dialog.tsx';
import { MemberFilters } from '../parts/member-filters.tsx';
import { useRoleNames } from '../parts/role-names.ts';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { memberQueryOf } from '../rules/member-query.ts';
import { useMembers } from '../settings-queries.ts';

function MemberCard({ member }: { readonly member: Member }) {
  const { nameOf } = useRoleNames();
  const { language } = useKit();
  return (
    <p className="k-s13 k-t2">
      <Facts>
        {member.departmentName}
        {joined(member.roleKeys.map(nameOf), 'names', language)}
        {member.absentFrom && <MemberAbsence member={member} />}
      </Facts>
    </p>
  );
}

function MemberList({ query, onOpen }: { readonly query: MemberQuery; readonly onOpen: (id: string) => void }) {
  const word = useSettingsWords();
  const { retry, ...list } = useMembers(query);
  const columns = useMemberColumns();
  const instead = list.error ? (
    <ProblemState error={list.error} onRetry={retry} />
  ) : list.rows.length === 0 && !list.loading ? (
    <Empty icon="users" title={word('settings.members.nothing')} />
  ) : undefined;
  return (
    <div className="settings-table">
      <DataList<Member>
        label={word('settings.place.members')}
        columns={columns}
        rows={list.rows}
        total={list.total}
        onMore={list.onMore}
        loadingMore={list.loadingMore}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/settings/members?id=${id}`}
        onOpen={({ id }) => onOpen(id)}
        loading={list.loading}
        instead={instead}
        renderCard={(member) => <MemberCard member={member} />}
      />
    </div>
  );
}

/** The members: where they belong, what they may do, how much they take, when they are away. */
export function Members() {
  const word = useSettingsWords();
  const go = useGo();
  const may = useMay();
  const [search, change] = useAddressSearch();
  const open = search['id'];
  const [links, setLinks] = useState(false);
  const actions = may('organization.manage') && (
    <>
      <Button icon="link" onClick={() => setLinks(true)}>
        {word('members.links')}
      </Button>
      <Button icon="upload" onClick={() => go('/settings/members/import')}>
        {word('settings.members.import')}
      </Button>
      <Button kind="primary" icon="plus" onClick={() => go('/settings/invitations?new=1')}>
        {word('settings.invite')}
      </Button>
    </>
  );
  return (
    <SettingsFrame here="members" actions={actions}>
      <MemberFilters search={search} onChange={change} />
      <MemberList query={memberQueryOf(search)} onOpen={(id) => change({ id }, false)} />
      {links && <LinksDialog onClose={() => setLinks(false)} />}
      {open && <MemberSheet key={open} id={open} onClose={() => change({ id: undefined }, false)} />}
    </SettingsFrame>
  );
}
