import { RoleKey } from '@dealtrail/protocol/organization';
import { Fragment, useMemo, useState } from 'react';
import { Select } from 'antd';
import { useWords } from '../../../kernel/i18n/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { ScrollRegion } from '../../../kit/page/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useRoleName, useSettingsWords } from '../parts/words.ts';
import { type GrantingRole, roleMatrix, rolesInOrder } from '../rules/role-matrix.ts';
import { useRoles } from '../settings-queries.ts';

function useScopeName(): (scope: string | null) => string {
  const word = useWords();
  return (scope) => (scope === null ? '—' : word(`settings.scope.${scope}`));
}

/** Name of a permission; one without a sentence of its own stands for itself. */
function usePermissionName(): (permission: string) => string {
  const word = useWords();
  return (permission) => {
    const said = word(`permission.${permission}`);
    return said === `permission.${permission}` ? permission : said;
  };
}

function useChapterName(): (chapter: string) => string {
  const word = useWords();
  return (chapter) => {
    const said = word(`object.${chapter}`);
    return said === `object.${chapter}` ? chapter : said;
  };
}

function Matrix({ roles }: { readonly roles: readonly GrantingRole[] }) {
  const word = useSettingsWords();
  const roleName = useRoleName();
  const permissionName = usePermissionName();
  const chapterName = useChapterName();
  const scopeName = useScopeName();
  const groups = useMemo(() => roleMatrix(roles), [roles]);
  return (
    <ScrollRegion label={word('settings.place.roles')} className="settings-matrix">
      <table>
        <thead>
          <tr>
            <th scope="col">{word('settings.roles.permission')}</th>
            {roles.map(({ key, name }) => (
              <th key={key} scope="col">
                {roleName(key, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ chapter, rows }) => (
            <Fragment key={chapter}>
              <tr className="group">
                <th scope="colgroup" colSpan={roles.length + 1}>
                  {chapterName(chapter)}
                </th>
              </tr>
              {rows.map(({ permission, scopes }) => (
                <tr key={permission}>
                  <th scope="row">{permissionName(permission)}</th>
                  {scopes.map((scope, at) => (
                    <td key={roles[at]?.key} className={scope === null ? 'k-t3' : ''}>
                      {scopeName(scope)}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** On a phone one role at a time: its column is the list. */
function OneRole({ roles }: { readonly roles: readonly GrantingRole[] }) {
  const word = useSettingsWords();
  const roleName = useRoleName();
  const [key, setKey] = useState(roles[0]?.key);
  const role = roles.filter((each) => each.key === key);
  return (
    <div className="k-stack">
      <Select
        aria-label={word('settings.roles.role')}
        value={key}
        options={roles.map((each) => ({ value: each.key, label: roleName(each.key, each.name) }))}
        onChange={setKey}
      />
      <Matrix roles={role} />
    </div>
  );
}

/** Roles and what they may do, how far: as it ships, to read. */
export function Roles() {
  const word = useSettingsWords();
  const phone = usePhone();
  const found = useRoles();
  const roles = found.data && rolesInOrder(found.data.items, RoleKey.options);
  return (
    <SettingsFrame here="roles" note={word('settings.roles.note')}>
      {found.isError && !roles ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !roles ? (
        <Skeleton shape="rows" count={10} />
      ) : phone ? (
        <OneRole roles={roles} />
      ) : (
        <Matrix roles={roles} />
      )}
    </SettingsFrame>
  );
}
