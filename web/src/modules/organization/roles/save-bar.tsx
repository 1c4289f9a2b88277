import { Button } from '../../../kit/button/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useSettingsWords } from '../parts/words.ts';
import type { usePermissions } from '../settings-queries.ts';
import type { RoleEdit } from './use-role-edit.ts';

interface SaveBarProps {
  readonly edit: RoleEdit;
  readonly catalogue: NonNullable<ReturnType<typeof usePermissions>['data']>;
}

/** Says what a change of a role will do and to whom, before it is saved. */
export function SaveBar({ edit, catalogue }: SaveBarProps) {
  const word = useSettingsWords();
  const { language } = useKit();
  const { preview } = edit;
  const labelOf = (permission: string) => {
    const label = catalogue.items.find((each) => each.permission === permission)?.label;
    return (language === 'en' ? label?.en : label?.zh) ?? permission;
  };
  const listed = (permissions: readonly string[]) => joined(permissions.map(labelOf), 'names', language);
  const beyond = preview?.beyondOwn ?? [];
  return (
    <div className="role-save" role="status">
      <div className="k-grow">
        <b>{word('roles.changed', { count: edit.changed.length })}</b>
        {preview && (
          <span title={joined(preview.names, 'names', language)}>
            {word('roles.affected', { count: preview.affected })}
          </span>
        )}
        {preview && preview.widened.length > 0 && (
          <p className="k-s13 k-t2">{word('roles.widened', { permissions: listed(preview.widened) })}</p>
        )}
        {preview && preview.narrowed.length > 0 && (
          <p className="k-s13 k-t2">{word('roles.narrowed', { permissions: listed(preview.narrowed) })}</p>
        )}
        {beyond.length > 0 && (
          <p className="role-refused">{word('roles.beyondOwn', { permissions: listed(beyond) })}</p>
        )}
      </div>
      <Button onClick={edit.giveUp}>{word('roles.giveUp')}</Button>
      <Button kind="primary" busy={edit.busy} disabled={beyond.length > 0} onClick={edit.save}>
        {word('roles.save')}
      </Button>
    </div>
  );
}
