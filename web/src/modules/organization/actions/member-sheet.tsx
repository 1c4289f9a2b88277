import { assignRoles, type Member, updateMember } from '@dealtrail/protocol/organization';
import { useRef, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState, useProblemWords } from '../../../kernel/states/index.ts';
import { FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { MemberAccess } from '../account/member-access.tsx';
import { MemberFields, MemberRoles } from '../parts/member-fields.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { chosenRoles, memberChanges, type MemberTyped, typedMember } from '../rules/member-changes.ts';
import { type MemberDetail, useMember } from '../settings-queries.ts';

interface MemberFormProps {
  readonly member: MemberDetail;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
  readonly onDirty: (dirty: boolean) => void;
}

/** Saves what was changed: facts by one verb, roles by another, because other people may be allowed each. */
function useSave(seen: Member) {
  // When the roles are refused, the rest is saved already and the next try goes on from there.
  const version = useRef(seen.version);
  const edit = useAct(updateMember, { invalidates: ['organization.*'] });
  const assign = useAct(assignRoles, { invalidates: ['organization.*'] });
  const save = async (typed: MemberTyped) => {
    const params = { id: seen.id };
    const changes = memberChanges(typed, seen);
    if (Object.keys(changes).length > 0) {
      const body = { version: version.current, ...changes };
      version.current = (await edit.run({ params, body })).version;
    }
    const roleKeys = chosenRoles(typed, seen);
    if (roleKeys) await assign.run({ params, body: { version: version.current, roleKeys: [...roleKeys] } });
  };
  return { save, problem: useProblemWords(edit.error ?? assign.error) };
}

function MemberForm({ member, onSaved, onCancel, onDirty }: MemberFormProps) {
  const word = useSettingsWords();
  const may = useMay();
  const [seen] = useState(member);
  const { save, problem } = useSave(seen);
  return (
    <FormFrame<MemberTyped>
      label={word('settings.member.edit')}
      initial={typedMember(seen)}
      problem={problem}
      onCancel={onCancel}
      onDirty={onDirty}
      onSubmit={async (typed) => {
        await save(typed);
        onSaved();
      }}
    >
      {may('organization.manageRoles') && <MemberRoles />}
      {may('organization.manage') && <MemberFields member={seen} />}
    </FormFrame>
  );
}

/** Changes a member: department, roles, how many leads they take, when they are away, whether they may sign in. */
export function MemberSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const word = useSettingsWords();
  const manages = useMay()('organization.manage');
  const found = useMember(id);
  const member = found.data;
  return (
    <FormSheet
      open
      title={member?.name ?? word('settings.member.edit')}
      {...(member ? { note: member.email } : {})}
      onClose={onClose}
    >
      {(markDirty, close) =>
        member ? (
          <>
            {manages && member.active && member.joined && <MemberAccess id={id} />}
            <MemberForm member={member} onSaved={onClose} onCancel={close} onDirty={markDirty} />
          </>
        ) : found.isError ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton count={6} />
        )
      }
    </FormSheet>
  );
}
