import { Input, Select } from 'antd';
import { Button } from '../../../kit/button/index.ts';
import { DayInput } from '../../../kit/form/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { ColleagueSelect } from '../../organization/index.ts';
import type { AuditAsked } from '../queries.ts';
import { useFieldName } from './change-words.ts';
import { useRecordWords } from './words.ts';

const chapters = [
  'leads',
  'customers',
  'opportunities',
  'activities',
  'attachments',
  'records',
  'organization',
  'clocks',
] as const;

/** Fields people ask about most. */
const fields = [
  'ownerId',
  'state',
  'companyName',
  'name',
  'phone',
  'email',
  'stageKey',
  'amountMinor',
  'expectedCloseOn',
  'probability',
  'roleKeys',
] as const;

interface AuditFilterProps {
  readonly asked: AuditAsked;
  readonly onAsk: (change: Partial<Record<keyof AuditAsked, string | undefined>>) => void;
}

function WhoAndWhat({ asked, onAsk }: AuditFilterProps) {
  const word = useRecordWords();
  const nameOf = useFieldName();
  return (
    <>
      <label>
        {word('records.audit.who')}
        <ColleagueSelect
          clearable
          label={word('records.audit.who')}
          value={asked.actorId ?? null}
          onChange={(member) => onAsk({ actorId: member ?? undefined })}
        />
      </label>
      <label>
        {word('records.audit.what')}
        <Select
          aria-label={word('records.audit.what')}
          value={asked.operation ?? ''}
          onChange={(operation: string) => onAsk({ operation: operation || undefined })}
          options={[
            { value: '', label: word('records.audit.what.any') },
            ...chapters.map((chapter) => ({ value: chapter, label: word(`records.chapter.${chapter}`) })),
          ]}
        />
      </label>
      <label>
        {word('records.audit.field')}
        <Select
          aria-label={word('records.audit.field')}
          value={asked.field ?? ''}
          onChange={(field: string) => onAsk({ field: field || undefined })}
          options={[
            { value: '', label: word('records.audit.field.any') },
            ...fields.map((field) => ({ value: field, label: nameOf('leads', field) })),
          ]}
        />
      </label>
    </>
  );
}

function Days({ asked, onAsk }: AuditFilterProps) {
  const word = useRecordWords();
  return (
    <>
      <label>
        {word('records.audit.from')}
        <DayInput
          label={word('records.audit.from')}
          value={asked.from ?? null}
          until={asked.to}
          onChange={(day) => onAsk({ from: day ?? undefined })}
        />
      </label>
      <label>
        {word('records.audit.to')}
        <DayInput
          label={word('records.audit.to')}
          value={asked.to ?? null}
          from={asked.from}
          onChange={(day) => onAsk({ to: day ?? undefined })}
        />
      </label>
    </>
  );
}

const nothing = {
  actorId: undefined,
  operation: undefined,
  number: undefined,
  field: undefined,
  from: undefined,
  to: undefined,
};

/** What the audit is asked for: person, operation, field, record, days. */
export function AuditFilter({ asked, onAsk }: AuditFilterProps) {
  const word = useRecordWords();
  const phone = usePhone();
  const some = Object.values(asked).some(Boolean);
  const askNumber = (text: string) => onAsk({ number: text.trim() || undefined });
  const fieldset = (
    <div className="audit-filter" role="search">
      <WhoAndWhat asked={asked} onAsk={onAsk} />
      <label>
        {word('records.audit.number')}
        <Input
          allowClear
          maxLength={40}
          defaultValue={asked.number ?? ''}
          key={asked.number ?? ''}
          placeholder={word('records.audit.number.example')}
          onBlur={(event) => askNumber(event.target.value)}
          onPressEnter={(event) => askNumber(event.currentTarget.value)}
          onClear={() => askNumber('')}
        />
      </label>
      <Days asked={asked} onAsk={onAsk} />
      {some && (
        <Button kind="link" onClick={() => onAsk(nothing)}>
          {word('records.audit.clear')}
        </Button>
      )}
    </div>
  );
  if (!phone) return fieldset;
  return (
    <details className="audit-fold" open={some}>
      <summary>{word('records.audit.filter')}</summary>
      {fieldset}
    </details>
  );
}
