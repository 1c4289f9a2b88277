import { askSight } from '@dealtrail/protocol/activities';
import { shareRecord } from '@dealtrail/protocol/records';
import { Mentions } from 'antd';
import { useContext, useMemo, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { LabelContext } from '../../../kit/form/label-context.ts';
import { Notice } from '../../../kit/states/index.ts';
import { useColleagues } from '../../organization/index.ts';
import { calledApart, foundBy } from '../rules/mentions.ts';
import { useActivityWords } from './words.ts';

/** Colleagues under the names they are mentioned by. */
export function useMentionable() {
  const found = useColleagues();
  return useMemo(() => calledApart(found.data?.items ?? []), [found.data]);
}

interface Somebody {
  readonly id: string;
  readonly name: string;
}

interface UnseeingProps {
  readonly recordId: string;
  readonly people: readonly Somebody[];
  readonly onShared: (id: string) => void;
}

function Unseeing({ recordId, people, onShared }: UnseeingProps) {
  const word = useActivityWords();
  const act = useAct(shareRecord, { invalidates: ['records.*'] });
  const share = async (id: string) => {
    try {
      await act.run({ params: { id: recordId }, body: { memberId: id, level: 'read' } });
      onShared(id);
    } catch {
      // Said below.
    }
  };
  return (
    <>
      {people.map(({ id, name }) => (
        <Notice key={id} tone="soon" title={word('activities.mention.unseeing', { name })}>
          <Button small busy={act.busy} onClick={() => void share(id)}>
            {word('activities.mention.share')}
          </Button>
        </Notice>
      ))}
      <ProblemNotice error={act.error} />
    </>
  );
}

interface MentionInputProps {
  readonly recordId: string;
  readonly rows: { readonly minRows: number; readonly maxRows: number };
  readonly maxLength: number;
  readonly placeholder?: string | undefined;
  readonly label?: string;
  /** Class of the box itself. */
  readonly name?: string;
  readonly autoFocus?: boolean;
  /** Given by `Field`. */
  readonly value?: string;
  readonly onChange?: (text: string) => void;
  readonly id?: string;
}

/** A text box in which @ names colleagues; who does not see the record is told of, and it can be shared with them. */
export function MentionInput({ recordId, rows, name, label, value = '', onChange, ...box }: MentionInputProps) {
  const said = useContext(LabelContext);
  const colleagues = useMentionable();
  const ask = useAct(askSight);
  const [unseeing, setUnseeing] = useState<readonly Somebody[]>([]);
  const options = useMemo(
    () =>
      colleagues.map(({ id, call, departmentName, pinyin }) => ({
        key: id,
        value: call,
        pinyin,
        label: departmentName ? `${call} · ${departmentName}` : call,
      })),
    [colleagues],
  );
  const look = async (id: string | undefined) => {
    if (!id) return;
    try {
      const answer = await ask.run({ params: { id: recordId }, body: { memberIds: [id] } });
      setUnseeing((before) => [...before.filter((one) => one.id !== id), ...answer.unseeing]);
    } catch {
      // The mention stands; whoever may not see the record is simply not told.
    }
  };
  const named = unseeing.filter((one) =>
    colleagues.some(({ id, call }) => id === one.id && value.includes(`@${call}`)),
  );
  return (
    <>
      <Mentions
        {...box}
        aria-label={label ?? said}
        autoSize={rows}
        {...(name ? { classNames: { textarea: name } } : {})}
        value={value}
        options={options}
        filterOption={(letters, option) =>
          foundBy(letters, { name: option.value ?? '', pinyin: (option as { pinyin?: string }).pinyin ?? '' })
        }
        onChange={(text) => onChange?.(text)}
        onSelect={({ value: call }) => void look(colleagues.find((one) => one.call === call)?.id)}
      />
      {named.length > 0 && (
        <Unseeing
          recordId={recordId}
          people={named}
          onShared={(id) => setUnseeing((before) => before.filter((one) => one.id !== id))}
        />
      )}
    </>
  );
}
