import type { AutomationKind, AutomationTrigger, TimeTrigger } from '@dealtrail/protocol/automation';
import { InputNumber, Select, Switch } from 'antd';
import { Segmented } from '../../../kit/button/index.ts';
import { useVocabulary } from '../queries.ts';
import { useAutomationWords, useTriggerValues } from './words.ts';

interface TriggerInputProps {
  readonly kind: AutomationKind;
  readonly value?: AutomationTrigger;
  readonly onChange?: (trigger: AutomationTrigger) => void;
}

const everyMorning: TimeTrigger = { on: 'time', every: 'day', hour: 9, workdaysOnly: true, againAfterDays: 7 };

function EventInput({
  kind,
  value,
  onChange,
}: TriggerInputProps & { readonly value: AutomationTrigger & { on: 'event' } }) {
  const word = useAutomationWords();
  const triggers = useVocabulary().data?.triggers ?? [];
  const offered = useTriggerValues()(value.event);
  return (
    <div className="automation-line">
      <Select
        aria-label={word('automation.when')}
        showSearch={{ optionFilterProp: 'label' }}
        value={value.event}
        options={triggers
          .filter(({ kinds }) => kinds.includes(kind))
          .map(({ event }) => ({ value: event, label: word(`automation.on.${event}`) }))}
        onChange={(event: string) => onChange?.({ on: 'event', event })}
      />
      {offered.length > 0 && (
        <Select
          mode="multiple"
          maxTagCount="responsive"
          aria-label={word('automation.of')}
          placeholder={word('automation.of.any')}
          value={[...(value.of ?? [])]}
          options={[...offered]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(of: string[]) => onChange?.({ on: 'event', event: value.event, ...(of.length > 0 ? { of } : {}) })}
        />
      )}
    </div>
  );
}

interface TimeInputProps {
  readonly value: TimeTrigger;
  readonly onChange: (trigger: TimeTrigger) => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${String(hour).padStart(2, '0')}:00` }));

/** On which day of the week or the month it comes. */
function DayOfPeriod({ value, onChange }: TimeInputProps) {
  const word = useAutomationWords();
  if (value.every === 'day') return null;
  const ofWeek = value.every === 'week';
  const days = Array.from({ length: ofWeek ? 7 : 28 }, (_, at) => ({
    value: at + 1,
    label: ofWeek ? word(`automation.weekday.${at + 1}`) : word('automation.monthDay', { day: at + 1 }),
  }));
  return (
    <Select
      aria-label={word(`automation.everyName.${value.every}`)}
      value={(ofWeek ? value.weekday : value.monthDay) ?? 1}
      options={days}
      onChange={(day) => onChange({ ...value, ...(ofWeek ? { weekday: day } : { monthDay: day }) })}
    />
  );
}

function TimeInput({ value, onChange }: TimeInputProps) {
  const word = useAutomationWords();
  const put = (patch: Partial<TimeTrigger>) => onChange({ ...value, ...patch });
  const periods = (['day', 'week', 'month'] as const).map((every) => ({
    value: every,
    label: word(`automation.everyName.${every}`),
  }));
  return (
    <>
      <div className="automation-line">
        <Select
          aria-label={word('automation.every')}
          value={value.every}
          options={periods}
          onChange={(every) => put({ every })}
        />
        <DayOfPeriod value={value} onChange={onChange} />
        <Select
          aria-label={word('automation.hour')}
          value={value.hour}
          options={hours}
          onChange={(hour) => put({ hour })}
        />
      </div>
      <label className="k-row k-s13">
        <Switch size="small" checked={value.workdaysOnly} onChange={(workdaysOnly) => put({ workdaysOnly })} />
        {word('automation.workdaysOnly')}
      </label>
      <label className="k-row k-s13 k-wrap">
        {word('automation.again')}
        <InputNumber
          className="automation-number"
          min={1}
          max={365}
          precision={0}
          value={value.againAfterDays}
          placeholder={word('automation.again.never')}
          suffix={word('automation.days')}
          onChange={(againAfterDays) => put({ againAfterDays })}
        />
        <span className="k-t3">{word('automation.again.hint')}</span>
      </label>
    </>
  );
}

/** When an automation begins: something that happens, or a time that comes. */
export function TriggerInput({ kind, value, onChange }: TriggerInputProps) {
  const word = useAutomationWords();
  const first = useVocabulary().data?.triggers.find(({ kinds }) => kinds.includes(kind))?.event ?? 'leads.created';
  if (!value) return null;
  return (
    <div className="k-stack">
      <div className="k-row">
        <Segmented
          label={word('automation.when')}
          value={value.on}
          onChange={(on) => onChange?.(on === 'event' ? { on, event: first } : everyMorning)}
          choices={(['event', 'time'] as const).map((on) => ({ value: on, word: word(`automation.on.${on}`) }))}
        />
      </div>
      {value.on === 'event' ? (
        <EventInput kind={kind} value={value} {...(onChange ? { onChange } : {})} />
      ) : (
        <TimeInput value={value} onChange={(trigger) => onChange?.(trigger)} />
      )}
    </div>
  );
}
