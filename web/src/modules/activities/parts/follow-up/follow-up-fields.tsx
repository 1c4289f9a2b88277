import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useReasons } from '../../../../kernel/clocks/index.ts';
import { ChoiceChips, Field, type FormValues, useTypedValues } from '../../../../kit/form/index.ts';
import { Icon } from '../../../../kit/icon/index.ts';
import { type FollowUpTyped, tellsAll } from '../../follow-up-draft.ts';
import type { TargetStates } from './follow-up-target.ts';
import { MentionInput } from '../mention-input.tsx';
import { MethodTiles } from './method-tiles.tsx';
import { NextDay, NextTime } from './next-day.tsx';
import { useWhenSaid } from './use-when-said.ts';
import { useActivityWords } from '../words.ts';

const reached = (values: FormValues) => values['reached'] === 'yes';
const missed = (values: FormValues) => values['reached'] === 'no';
const goesOn = (values: FormValues) => reached(values) || values['miss'] !== 'wrong_number';

/** Outcome and method: two presses at most. */
export function OutcomeFields() {
  const word = useActivityWords();
  const outcomes = [
    { value: 'yes', word: word('activities.followUp.reached') },
    { value: 'no', word: word('activities.followUp.missed') },
  ];
  const misses = (['no_answer', 'busy', 'wrong_number'] as const).map((miss) => ({
    value: miss,
    word: word(`activities.miss.${miss}`),
  }));
  return (
    <>
      <div className="outcome unlabelled">
        <Field name="reached" label={word('activities.followUp.outcome')}>
          <ChoiceChips choices={outcomes} />
        </Field>
      </div>
      <div className="unlabelled">
        <Field name="miss" label={word('activities.followUp.miss')} when={missed}>
          <ChoiceChips choices={misses} />
        </Field>
        <Field name="method" label={word('activities.followUp.method')}>
          <MethodTiles />
        </Field>
      </div>
    </>
  );
}

/** What was said and what the customer answered; `picker` stands between while a template is chosen. */
export function SaidFields({ recordId, picker }: { readonly recordId: string; readonly picker: ReactNode }) {
  const word = useActivityWords();
  const values = useTypedValues();
  const rows = { minRows: 2, maxRows: 8 };
  return (
    <>
      <Field name="content" label={word(reached(values) ? 'activities.followUp.content' : 'activities.followUp.note')}>
        <MentionInput
          name="first"
          recordId={recordId}
          rows={rows}
          maxLength={4_000}
          placeholder={reached(values) ? word('activities.followUp.content.example') : undefined}
        />
      </Field>
      {picker}
      <Field name="feedback" label={word('activities.followUp.feedback')} when={reached}>
        <MentionInput
          recordId={recordId}
          rows={rows}
          maxLength={2_000}
          placeholder={word('activities.followUp.feedback.example')}
        />
      </Field>
    </>
  );
}

/** Photo and file, and whether everything is there; they stand under the words, out of the way of the keyboard. */
export function Tools({ children }: { readonly children: ReactNode }) {
  const word = useActivityWords();
  const values = useTypedValues();
  const complete = reached(values) && tellsAll(values as unknown as FollowUpTyped);
  return (
    <div className="tools">
      {children}
      <span className="k-grow" />
      {complete && (
        <span className="k-s12 k-t2">
          <Icon name="check" size={14} /> {word('activities.followUp.complete')}
        </span>
      )}
    </div>
  );
}

/** What comes next and when, the day read from the words; after an attempt only the day of the next try. */
export function NextFields() {
  const word = useActivityWords();
  const values = useTypedValues();
  useWhenSaid(reached(values) ? values['nextStep'] : undefined);
  return (
    <>
      <Field name="nextStep" label={word('activities.followUp.nextStep')} when={reached}>
        <Input maxLength={500} placeholder={word('activities.followUp.nextStep.example')} />
      </Field>
      <div className={reached(values) ? 'unlabelled' : ''}>
        <Field
          name="nextStepOn"
          label={word(reached(values) ? 'activities.followUp.nextStepOn' : 'activities.followUp.nextTry')}
          when={goesOn}
        >
          <NextDay />
        </Field>
      </div>
      <div className="unlabelled">
        <Field
          name="nextStepTime"
          label={word('activities.followUp.nextTime')}
          when={(typed) => Boolean(typed['nextStepTime'])}
        >
          <NextTime />
        </Field>
      </div>
    </>
  );
}

/** The state after an effective contact; a step back asks for its reason. */
export function StateFields({ states }: { readonly states: TargetStates }) {
  const word = useActivityWords();
  const options = [
    { value: '', label: word('activities.followUp.state.keep', { state: states.word(states.now) }) },
    ...states.moves.map(({ to }) => ({
      value: to,
      label: word('activities.followUp.state.to', { from: states.word(states.now), to: states.word(to) }),
    })),
  ];
  const backward = (values: FormValues) =>
    reached(values) && states.moves.some(({ to, backward: back }) => back && to === values['toState']);
  return (
    <>
      <div className="state">
        <Field name="toState" label={word('activities.followUp.state')} when={reached}>
          <Select options={options} />
        </Field>
      </div>
      <Field name="stateReason" label={word('activities.followUp.stateReason')} when={backward} required={backward}>
        <Input maxLength={500} />
      </Field>
    </>
  );
}

/** Why a passed time limit was missed; the server insists where it must. */
export function LateReasonField({ required }: { readonly required: boolean }) {
  const word = useActivityWords();
  const { choices } = useReasons('late');
  return (
    <Field name="lateReason" label={word('activities.followUp.lateReason')} when={reached} required={required}>
      <ChoiceChips choices={choices} />
    </Field>
  );
}
