import { useState } from 'react';
import { Button } from '../../../kit/button/index.ts';
import type { OnAct } from '../actions/acting.ts';
import { firstWithWork, type Section, sections } from '../rules/day-order.ts';
import { DayBrief, DayCard } from './day-card.tsx';
import type { Day } from './day-list.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { useLineWords, useTodayWords } from './words.ts';

/** Cards of the chosen section before the rest is asked for. */
const CARDS = 10;
/** Lines shown of each later section. */
const BRIEFS = 5;

interface DayCardsProps {
  readonly day: Day;
  readonly onAct: OnAct;
}

/** The day for a hand: one section as cards, the later ones as short lines below. */
export function DayCards({ day, onAct }: DayCardsProps) {
  const word = useTodayWords();
  const wordsOf = useLineWords(day.funnel);
  const [chosen, setChosen] = useState<Section>();
  const [all, setAll] = useState(false);
  const section = chosen ?? firstWithWork(day.counts);
  const choose = (next: Section) => {
    setChosen(next);
    setAll(false);
  };
  const of = (wanted: Section) => day.items.filter((item) => item.section === wanted);
  const cards = of(section);
  const shown = all ? cards : cards.slice(0, CARDS);
  const later = sections.slice(sections.indexOf(section) + 1).filter((each) => day.counts[each] > 0);
  return (
    <>
      <SectionTabs counts={day.counts} value={section} onChange={choose} />
      <div role="tabpanel" id="today-section" aria-label={word(`today.section.${section}`)}>
        <ul className="today-cards">
          {shown.map((item, place) => (
            <DayCard key={item.id} item={item} words={wordsOf(item)} first={place === 0} onAct={onAct} />
          ))}
        </ul>
        {cards.length === 0 && <p className="today-none k-t3">{word('today.empty.section')}</p>}
      </div>
      {shown.length < cards.length && (
        <Button wide onClick={() => setAll(true)}>
          {word('today.more', { count: cards.length - shown.length })}
        </Button>
      )}
      {later.map((each) => (
        <section key={each}>
          <h2 className="today-later">
            {word(`today.section.${each}`)}
            <span className="k-t3">{day.counts[each]}</span>
          </h2>
          <ul className="today-briefs">
            {of(each)
              .slice(0, BRIEFS)
              .map((item) => (
                <DayBrief key={item.id} item={item} words={wordsOf(item)} />
              ))}
          </ul>
          {day.counts[each] > BRIEFS && (
            <Button wide kind="link" onClick={() => choose(each)}>
              {word('today.more', { count: day.counts[each] - BRIEFS })}
            </Button>
          )}
        </section>
      ))}
    </>
  );
}
