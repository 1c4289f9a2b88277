import { listSkills } from '@dealtrail/protocol/organization';
import { Select } from 'antd';
import { useOperation } from '../../../kernel/client/index.ts';

interface SkillSelectProps {
  /** Given by the field of a form. */
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (skills: string[]) => void;
  readonly placeholder?: string;
  /** Whether a skill nobody has yet may be typed. */
  readonly mayAdd?: boolean;
}

/** Skills of people: those there are, so that everybody names them alike. */
export function SkillSelect({ mayAdd = false, value = [], onChange, ...rest }: SkillSelectProps) {
  const found = useOperation(listSkills, {});
  const options = (found.data?.items ?? []).map(({ name, members }) => ({
    value: name,
    label: `${name} (${members})`,
  }));
  return (
    <Select
      {...rest}
      mode={mayAdd ? 'tags' : 'multiple'}
      value={[...value]}
      options={options}
      optionLabelProp="value"
      onChange={(skills: string[]) => onChange?.(skills.map((skill) => skill.trim().slice(0, 40)).filter(Boolean))}
    />
  );
}
