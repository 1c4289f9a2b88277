import { Fragment, useMemo, useState } from 'react';
import { ScrollRegion } from '../../../kit/page/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useSettingsWords } from '../parts/words.ts';
import { type Grants, matrixRows, type MatrixRow, verbGroups } from '../rules/role-matrix.ts';
import type { usePermissions } from '../settings-queries.ts';
import { ScopeCell } from './scope-cell.tsx';
import './roles.css';

type Catalogue = NonNullable<ReturnType<typeof usePermissions>['data']>;

interface RoleMatrixTableProps {
  readonly name: string;
  readonly catalogue: Catalogue;
  readonly grants: Grants;
  readonly saved: Grants;
  /** Permissions an upgrade brought, to be marked. */
  readonly added: readonly string[];
  readonly onChange?: ((grants: Grants) => void) | undefined;
}

interface RowProps extends Omit<RoleMatrixTableProps, 'name' | 'catalogue'> {
  readonly row: MatrixRow;
  readonly label: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One permission of an opened object, by its own name. */
function Details({ row, grants, saved, added, onChange }: RowProps) {
  const { language } = useKit();
  return row.permissions.map((facts) => {
    const label = language === 'en' ? facts.label.en : facts.label.zh;
    return (
      <tr key={facts.permission} className="detail">
        <th scope="row">{label}</th>
        <td colSpan={verbGroups.length}>
          <ScopeCell cell={[facts]} label={label} grants={grants} saved={saved} added={added} onChange={onChange} />
        </td>
      </tr>
    );
  });
}

function ObjectRow(props: RowProps) {
  const { row, label, open, onToggle, grants, saved, added, onChange } = props;
  const word = useSettingsWords();
  return (
    <>
      <tr className={open ? 'object open' : 'object'}>
        <th scope="row">
          <button type="button" aria-expanded={open} onClick={onToggle}>
            <Icon name={open ? 'down' : 'right'} size={14} />
            {label}
          </button>
        </th>
        {verbGroups.map((group) => (
          <td key={group}>
            <ScopeCell
              cell={row.cells[group]}
              label={`${label} ${word(`roles.group.${group}`)}`}
              grants={grants}
              saved={saved}
              added={added}
              onChange={onChange}
            />
          </td>
        ))}
      </tr>
      {open && <Details {...props} />}
    </>
  );
}

/** What a role may do: a row for each object, a column for each kind of verb; a row opens into its permissions. */
export function RoleMatrixTable({ name, catalogue, grants, saved, added, onChange }: RoleMatrixTableProps) {
  const word = useSettingsWords();
  const { language } = useKit();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () =>
      matrixRows(
        catalogue.items,
        catalogue.objects.map(({ object }) => object),
      ),
    [catalogue],
  );
  const toggle = (object: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(object)) next.add(object);
      return next;
    });
  return (
    <ScrollRegion label={word('roles.matrix', { name })} className="settings-matrix role-matrix">
      <table>
        <thead>
          <tr>
            <th scope="col">{word('roles.object')}</th>
            {verbGroups.map((group) => (
              <th key={group} scope="col">
                {word(`roles.group.${group}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const label = catalogue.objects[at]?.label;
            return (
              <Fragment key={row.object}>
                <ObjectRow
                  row={row}
                  label={(language === 'en' ? label?.en : label?.zh) ?? row.object}
                  open={open.has(row.object)}
                  onToggle={() => toggle(row.object)}
                  grants={grants}
                  saved={saved}
                  added={added}
                  onChange={onChange}
                />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
