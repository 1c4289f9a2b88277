import { CustomerType, Level } from '@dealtrail/protocol/leads';
import { Select } from 'antd';
import { Field, FieldRow } from '../../../../kit/form/index.ts';
import { priorityRank } from '../../lead-views.ts';
import { useLeadWords, useSourceOptions } from '../words.ts';

/** The eight usual sales regions; any other may be typed. */
const regions = ['华东', '华南', '华北', '华中', '西南', '西北', '东北', '港澳台'];

/** What a lead must be like for an assignment rule or a pool; nothing chosen asks for nothing. */
export function LeadConditions() {
  const word = useLeadWords();
  const sources = useSourceOptions();
  const any = word('leads.rule.any');
  const priorities = Level.options.map((level) => ({
    value: level,
    label: `P${priorityRank(level)} ${word(`leads.level.${level}`)}`,
  }));
  const types = CustomerType.options.map((type) => ({ value: type, label: word(`customerType.${type}`) }));
  const listed = { mode: 'multiple', placeholder: any, showSearch: { optionFilterProp: 'label' } } as const;
  return (
    <FieldRow>
      <Field name="conditions.regions" label={word('leads.field.region')}>
        <Select mode="tags" placeholder={any} options={regions.map((name) => ({ value: name, label: name }))} />
      </Field>
      <Field name="conditions.provinces" label={word('leads.field.province')}>
        <Select mode="tags" placeholder={any} open={false} suffixIcon={null} />
      </Field>
      <Field name="conditions.industries" label={word('leads.field.industry')} help={word('leads.rule.typed')}>
        <Select mode="tags" placeholder={any} open={false} suffixIcon={null} />
      </Field>
      <Field name="conditions.customerTypes" label={word('leads.field.customerType')}>
        <Select {...listed} options={types} />
      </Field>
      <Field name="conditions.priorities" label={word('leads.field.priority')}>
        <Select {...listed} options={priorities} />
      </Field>
      <Field name="conditions.sources" label={word('leads.field.source')}>
        <Select {...listed} options={[...sources]} />
      </Field>
    </FieldRow>
  );
}
