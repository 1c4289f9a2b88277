import { useState } from 'react';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../../modules/organization/index.ts';
import { DayDialog } from '../actions/day-dialog.tsx';
import { NoticeSheet } from '../actions/notice-sheet.tsx';
import { WeekForm } from '../actions/week-form.tsx';
import { useTimeWords } from '../parts/words.ts';
import { YearGrid } from '../parts/year-grid.tsx';
import { useCalendar } from '../queries.ts';
import type { GridDay } from '../rules/month-grid.ts';

/** When the organisation works: hours, weekdays, holidays, make-up workdays and days of its own. */
export function WorkCalendar() {
  const word = useTimeWords();
  const [asked, setAsked] = useState<number>();
  const [picked, setPicked] = useState<GridDay>();
  const [importing, setImporting] = useState(false);
  const found = useCalendar(asked);
  const calendar = found.data;
  const add = (
    <Button kind="primary" icon="upload" onClick={() => setImporting(true)}>
      {word('time.calendar.import')}
    </Button>
  );
  return (
    <SettingsFrame here="calendar" note={word('time.calendar.note')} actions={add}>
      {found.isError && !calendar ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : calendar ? (
        <div className="k-stack">
          {calendar.missingYear !== null && (
            <Notice tone="soon" title={word('time.calendar.missing', { year: calendar.missingYear })} />
          )}
          {calendar.replanning && <Notice title={word('time.calendar.replanning')} />}
          <WeekForm key={calendar.version} calendar={calendar} />
          <div className="k-row">
            <IconButton
              small
              icon="left"
              label={word('time.calendar.earlier')}
              onClick={() => setAsked(calendar.year - 1)}
            />
            <h2>{word('time.calendar.year', { year: calendar.year })}</h2>
            <IconButton
              small
              icon="right"
              label={word('time.calendar.later')}
              onClick={() => setAsked(calendar.year + 1)}
            />
          </div>
          <YearGrid calendar={calendar} onPick={setPicked} />
        </div>
      ) : (
        <Skeleton count={6} />
      )}
      {picked && <DayDialog day={picked} onClose={() => setPicked(undefined)} />}
      {importing && (
        <NoticeSheet year={calendar?.missingYear ?? (calendar?.year ?? 0) + 1} onClose={() => setImporting(false)} />
      )}
    </SettingsFrame>
  );
}
