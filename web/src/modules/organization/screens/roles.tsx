import { type Role, separateAdministrators } from '@dealtrail/protocol/organization';
import { Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useAddressSearch } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { useRoleNames } from '../parts/role-names.ts';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { RoleNameDialog } from '../roles/role-dialogs.tsx';
import { RolePanel } from '../roles/role-panel.tsx';
import { usePermissions, useRoles } from '../settings-queries.ts';
import '../roles/roles.css';

interface ChooserProps {
  readonly roles: readonly Role[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** The roles to choose from: a list beside the matrix, one line above it on a phone. */
function Chooser({ roles, chosen, onChoose }: ChooserProps) {
  const word = useSettingsWords();
  const { nameOf } = useRoleNames();
  const phone = usePhone();
  if (phone)
    return (
      <Select
        aria-label={word('roles.role')}
        value={chosen}
        options={roles.map(({ id, key, memberCount }) => ({ value: id, label: `${nameOf(key)} · ${memberCount}` }))}
        onChange={onChoose}
      />
    );
  return (
    <ul className="role-list" aria-label={word('settings.place.roles')}>
      {roles.map(({ id, key, memberCount, added }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === chosen}
            {...(added.length > 0 ? { 'aria-label': word('roles.added.count', { name: nameOf(key) }) } : {})}
            onClick={() => onChoose(id)}
          >
            <span className="k-grow k-clip">{nameOf(key)}</span>
            {added.length > 0 && <StateTag tone="accent">{word('roles.added.short')}</StateTag>}
            <span className="k-t3 k-number">{memberCount}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Offers the three separated offices (等保) until they are there. */
function Separation() {
  const word = useSettingsWords();
  const act = useAct(separateAdministrators, { invalidates: ['organization.*'] });
  return (
    <div className="role-separation">
      <Notice title={word('roles.separation')}>
        <p>{word('roles.separation.note')}</p>
        <Button small busy={act.busy} onClick={() => act.press({})}>
          {word('roles.separation.act')}
        </Button>
        <ProblemNotice error={act.error} />
      </Notice>
    </div>
  );
}

function Desk({ roles }: { readonly roles: readonly Role[] }) {
  const may = useMay();
  const { nameOf } = useRoleNames();
  const [search, change] = useAddressSearch();
  const catalogue = usePermissions();
  const role = roles.find(({ id }) => id === search['role']) ?? roles[0];
  if (catalogue.isError) return <ProblemState error={catalogue.error} onRetry={() => void catalogue.refetch()} />;
  if (!role || !catalogue.data) return <Skeleton shape="rows" count={10} />;
  const separated = roles.some(({ kind }) => kind === 'separated');
  return (
    <div className="roles">
      <Chooser roles={roles} chosen={role.id} onChoose={(id) => change({ role: id })} />
      <div className="k-stack role-main">
        <RolePanel
          key={`${role.id} ${role.version}`}
          role={role}
          name={nameOf(role.key)}
          catalogue={catalogue.data}
          onChosen={(id) => change({ role: id })}
        />
        {!separated && may('organization.manageRoles') && <Separation />}
      </div>
    </div>
  );
}

/** Roles and what they may do, how far: chosen on the left, changed in the matrix. */
export function Roles() {
  const word = useSettingsWords();
  const may = useMay();
  const found = useRoles();
  const [creating, setCreating] = useState(false);
  const [, change] = useAddressSearch();
  const actions = may('organization.manageRoles') && (
    <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
      {word('roles.new')}
    </Button>
  );
  return (
    <SettingsFrame here="roles" note={word('roles.note')} actions={actions}>
      {found.data ? (
        <Desk roles={found.data.items} />
      ) : found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton shape="rows" count={10} />
      )}
      {creating && <RoleNameDialog onClose={() => setCreating(false)} onMade={(id) => change({ role: id })} />}
    </SettingsFrame>
  );
}
