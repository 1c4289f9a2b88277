import { followUpQuality, type QualityReason } from '@dealtrail/protocol/activities';
import { useState } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { dayAfter, dayOf } from '../../../kit/formats/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { type Behind, FollowUpsSheet } from '../actions/follow-ups-sheet.tsx';
import { useActivityWords } from '../parts/words.ts';
import { byPerson, lastWeeks, type PersonWeeks } from '../rules/weeks.ts';
import '../parts/quality.css';

const WEEKS = 8;

interface ReasonCount {
  readonly memberId: string;
  readonly reason: QualityReason;
  readonly count: number;
}

interface RowProps {
  readonly person: PersonWeeks;
  readonly weeks: readonly string[];
  readonly reasons: readonly ReasonCount[];
  readonly onOpen: (behind: Behind) => void;
}

function Row({ person, weeks, reasons, onOpen }: RowProps) {
  const word = useActivityWords();
  const { id, name } = person;
  const whole = { authorId: id, from: weeks[0] ?? '', to: dayAfter(weeks.at(-1) ?? '', 6) };
  const number = (average: number, count: number, behind: Behind) => (
    <>
      <Button kind="link" small label={`${behind.title} ${average}`} onClick={() => onOpen(behind)}>
        {average}
      </Button>
      <span className="k-s12 k-t3">{word('activities.quality.of', { count })}</span>
    </>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{number(person.average, person.count, { title: name, ...whole })}</td>
      {weeks.map((week) => {
        const cell = person.weeks.get(week);
        return (
          <td key={week}>
            {cell
              ? number(cell.average, cell.count, { title: name, authorId: id, from: week, to: dayAfter(week, 6) })
              : '—'}
          </td>
        );
      })}
      <td className="reasons">
        {reasons.slice(0, 3).map(({ reason, count }) => {
          const said = word(`qualityReason.${reason}`);
          return (
            <Button
              key={reason}
              kind="quiet"
              small
              onClick={() => onOpen({ title: `${name} · ${said}`, ...whole, reason })}
            >
              {said} {count}
            </Button>
          );
        })}
      </td>
    </tr>
  );
}

function Table({
  people,
  weeks,
  reasons,
  onOpen,
}: Omit<RowProps, 'person'> & { readonly people: readonly PersonWeeks[] }) {
  const word = useActivityWords();
  return (
    <Card title={word('activities.quality.weeks')}>
      <div className="quality-scroll">
        <table className="quality-table">
          <thead>
            <tr>
              <th scope="col">{word('activities.quality.person')}</th>
              <th scope="col">{word('activities.quality.all', { count: WEEKS })}</th>
              {weeks.map((week) => (
                <th key={week} scope="col">
                  {word('activities.quality.week', { day: week.slice(5) })}
                </th>
              ))}
              <th scope="col">{word('activities.quality.reasons')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Row
                key={person.id}
                person={person}
                weeks={weeks}
                reasons={reasons.filter(({ memberId }) => memberId === person.id)}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** 跟进质量: how well follow-ups tell what happened, by person and week; each number opens the follow-ups behind it. */
export function FollowUpQuality() {
  const word = useActivityWords();
  const { zone } = useKit();
  const weeks = lastWeeks(dayOf(useNow(), zone), WEEKS);
  const query = { from: weeks[0] ?? '', to: dayAfter(weeks.at(-1) ?? '', 6) };
  const found = useOperation(followUpQuality, { query });
  const [behind, setBehind] = useState<Behind>();
  const people = byPerson(found.data?.cells ?? []);
  return (
    <Page title={word('activities.quality')}>
      <p className="k-s13 k-t2 quality-note">{word('activities.quality.note')}</p>
      {found.isError && !found.data ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton shape="rows" count={5} />
      ) : people.length === 0 ? (
        <Empty icon="chat" title={word('activities.quality.empty')} hint={word('activities.quality.empty.hint')} />
      ) : (
        <Table people={people} weeks={weeks} reasons={found.data.reasons} onOpen={setBehind} />
      )}
      {behind && <FollowUpsSheet behind={behind} onClose={() => setBehind(undefined)} />}
    </Page>
  );
}
