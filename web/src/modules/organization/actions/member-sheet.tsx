import { type Member, updateMember } from '@dealtrail/protocol/organization';
import { Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { DayInput, Field, FieldRow, FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { DepartmentSelect } from '../parts/department-select.tsx';
import { RoleSelect } from '../parts/role-select.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { memberChanges, type MemberTyped, typedMember } from '../rules/member-changes.ts';

interface MemberFormProps {
  readonly member: Member;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
  readonly onDirty: (dirty: boolean) => void;
}

function MemberForm({ member, onSaved, onCancel, onDirty }: MemberFormProps) {
  const word = useSettingsWords();
  const [seen] = useState(member);
  const act = useAct(updateMember, { invalidates: ['organization.*'] });
  const problem = useProblemWords(act.error);
  const save = async (typed: MemberTyped) => {
    const changes = memberChanges(typed, seen);
    if (Object.keys(changes).length > 0)
      await act.run({ params: { id: seen.id }, body: { version: seen.version, ...changes } });
    onSaved();
  };
  return (
    <FormFrame<MemberTyped>
      label={word('settings.member.edit')}
      initial={typedMember(seen)}
      problem={problem}
      onCancel={onCancel}
      onDirty={onDirty}
      onSubmit={save}
    >
      <Field name="name" label={word('settings.member.name')} required>
        <Input maxLength={80} />
      </Field>
      <Field name="departmentId" label={word('settings.member.department')}>
        <DepartmentSelect placeholder={word('settings.member.noDepartment')} />
      </Field>
      <Field name="roleKeys" label={word('settings.member.roles')} help={word('settings.member.roles.hint')} required>
        <RoleSelect />
      </Field>
      <Field name="leadCapacity" label={word('settings.member.capacity')} help={word('settings.member.capacity.hint')}>
        <InputNumber min={0} max={100_000} precision={0} placeholder={word('settings.member.noLimit')} />
      </Field>
      <FieldRow>
        <Field name="absentFrom" label={word('settings.member.absentFrom')}>
          <DayInput />
        </Field>
        <Field
          name="absentUntil"
          label={word('settings.member.absentUntil')}
          help={word('settings.member.absence.hint')}
        >
          <DayInput />
        </Field>
      </FieldRow>
      <Field
        name="active"
        label={word('settings.member.activity')}
        help={word('settings.member.activity.hint')}
        valueProp="checked"
      >
        <Switch />
      </Field>
    </FormFrame>
  );
}

/** Changes a member: department, roles, how many leads they take, when they are away, whether they may sign in. */
export function MemberSheet({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const word = useSettingsWords();
  return (
    <FormSheet open title={word('settings.member.edit')} note={member.email} onClose={onClose}>
      {(markDirty, close) => <MemberForm member={member} onSaved={onClose} onCancel={close} onDirty={markDirty} />}
    </FormSheet>
  );
}
