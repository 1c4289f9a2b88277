import { type Role, updateRole } from '@dealtrail/protocol/organization';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { useSettingsWords } from '../parts/words.ts';
import type { usePermissions } from '../settings-queries.ts';

interface AddedNoticeProps {
  readonly role: Role;
  readonly catalogue: NonNullable<ReturnType<typeof usePermissions>['data']>;
  /** Absent rights: only told, without the button that puts it aside. */
  readonly manages: boolean;
}

/** Says which rights an upgrade gave the role, until somebody who decides about rights has seen it. */
export function AddedNotice({ role, catalogue, manages }: AddedNoticeProps) {
  const word = useSettingsWords();
  const { language } = useKit();
  const act = useAct(updateRole, { invalidates: ['organization.*'] });
  const { id, version, added, grants } = role;
  if (added.length === 0) return null;
  const labelOf = (permission: string) => {
    const label = catalogue.items.find((each) => each.permission === permission)?.label;
    return (language === 'en' ? label?.en : label?.zh) ?? permission;
  };
  return (
    <div className="role-added">
      <Notice title={word('roles.added')}>
        <p>{word('roles.added.note', { permissions: joined(added.map(labelOf), 'names', language) })}</p>
        {manages && (
          <Button small busy={act.busy} onClick={() => act.press({ params: { id }, body: { version, grants } })}>
            {word('roles.added.seen')}
          </Button>
        )}
        <ProblemNotice error={act.error} />
      </Notice>
    </div>
  );
}
