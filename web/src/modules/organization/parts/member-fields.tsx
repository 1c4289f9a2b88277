import { Input, InputNumber, Select, Switch } from 'antd';
import { useWords } from '../../../kernel/i18n/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { DayInput, Field, FieldRow } from '../../../kit/form/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import type { MemberDetail } from '../settings-queries.ts';
import { DepartmentSelect } from './department-select.tsx';
import { RoleSelect } from './role-select.tsx';
import { SkillSelect } from './skill-select.tsx';
import { useSettingsWords } from './words.ts';

/** What a member still owns and supervises, in words; what has to be handed over before they leave. */
function useDuties({ owned, supervises }: MemberDetail): string | undefined {
  const word = useSettingsWords();
  const label = useWords();
  const { language } = useKit();
  const said = [
    ...owned.map(({ kind, count }) => word('settings.member.owns', { kind: label(`settings.kind.${kind}`), count })),
    ...supervises.map(({ name }) => word('settings.member.supervises', { name })),
  ];
  if (said.length === 0) return undefined;
  return word('settings.member.duties', { duties: joined(said, 'names', language) });
}

/** The roles of a member. */
export function MemberRoles() {
  const word = useSettingsWords();
  return (
    <Field name="roleKeys" label={word('settings.member.roles')} help={word('settings.member.roles.hint')}>
      <RoleSelect />
    </Field>
  );
}

function Absence() {
  const word = useSettingsWords();
  return (
    <FieldRow>
      <Field name="absentFrom" label={word('settings.member.absentFrom')}>
        <DayInput />
      </Field>
      <Field name="absentUntil" label={word('settings.member.absentUntil')} help={word('settings.member.absence.hint')}>
        <DayInput />
      </Field>
    </FieldRow>
  );
}

function LanguageField() {
  const word = useSettingsWords();
  const options = (['organization', 'zh', 'en'] as const).map((value) => ({
    value,
    label: word(`settings.language.${value}`),
  }));
  return (
    <Field name="locale" label={word('settings.member.language')} help={word('settings.member.language.hint')}>
      <Select options={options} />
    </Field>
  );
}

/** What is known of a member beside the roles. */
export function MemberFields({ member }: { readonly member: MemberDetail }) {
  const word = useSettingsWords();
  const duties = useDuties(member);
  return (
    <>
      <Field name="name" label={word('settings.member.name')} required>
        <Input maxLength={80} />
      </Field>
      <FieldRow>
        <Field name="mobile" label={word('settings.member.mobile')}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Field>
        <Field name="staffNumber" label={word('settings.member.staffNumber')}>
          <Input maxLength={40} autoComplete="off" />
        </Field>
      </FieldRow>
      <Field name="departmentId" label={word('settings.member.department')}>
        <DepartmentSelect placeholder={word('settings.member.noDepartment')} />
      </Field>
      <Field name="leadCapacity" label={word('settings.member.capacity')} help={word('settings.member.capacity.hint')}>
        <InputNumber min={0} max={100_000} precision={0} placeholder={word('settings.member.noLimit')} />
      </Field>
      <Field name="skills" label={word('settings.member.skills')} help={word('settings.member.skills.hint')}>
        <SkillSelect mayAdd placeholder={word('settings.member.skills.example')} />
      </Field>
      <Absence />
      <LanguageField />
      <Field
        name="active"
        label={word('settings.member.activity')}
        help={duties ?? word('settings.member.activity.hint')}
        valueProp="checked"
      >
        <Switch />
      </Field>
    </>
  );
}
