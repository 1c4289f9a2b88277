import { SharingStrategy } from '@dealtrail/protocol/leads';
import { Select, Switch } from 'antd';
import { ChoiceChips, Field } from '../../../../kit/form/index.ts';
import { showDepartment, SkillSelect, useColleagues, useDepartmentOptions } from '../../../organization/index.ts';
import { useLeadWords } from '../words.ts';
import { RuleWeights } from './rule-weights.tsx';

/** Who gets the leads of a rule, and in which manner they are shared out among them. */
export function RuleTakers() {
  const word = useLeadWords();
  const departments = useDepartmentOptions();
  const people = useColleagues().data?.items ?? [];
  const listed = { mode: 'multiple', showSearch: { optionFilterProp: 'label' } } as const;
  return (
    <>
      <Field name="departmentIds" label={word('leads.rule.departments')} help={word('leads.rule.takers.hint')}>
        <Select
          {...listed}
          placeholder={word('leads.rule.everybody')}
          options={departments}
          optionRender={showDepartment}
        />
      </Field>
      <Field name="memberIds" label={word('leads.rule.members')}>
        <Select {...listed} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="skills" label={word('leads.rule.skills')} help={word('leads.rule.skills.hint')}>
        <SkillSelect placeholder={word('leads.rule.any')} />
      </Field>
      <Field name="strategy" label={word('leads.rule.strategy')}>
        <ChoiceChips
          choices={SharingStrategy.options.map((value) => ({ value, word: word(`leads.rule.strategy.${value}`) }))}
        />
      </Field>
      <Field
        name="weights"
        label={word('leads.rule.weights')}
        help={word('leads.rule.weights.hint')}
        when={(values) => values['strategy'] === 'weighted'}
      >
        <RuleWeights />
      </Field>
      <Field name="supervisorFirst" label={word('leads.rule.supervisorFirst')} valueProp="checked">
        <Switch />
      </Field>
      <Field
        name="atWorkOnly"
        label={word('leads.rule.atWorkOnly')}
        help={word('leads.rule.atWorkOnly.hint')}
        valueProp="checked"
      >
        <Switch />
      </Field>
    </>
  );
}
