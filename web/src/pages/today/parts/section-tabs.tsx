import { type KeyboardEvent, useRef } from 'react';
import { type Section, sections } from '../rules/day-order.ts';
import { useTodayWords } from './words.ts';

interface SectionTabsProps {
  readonly counts: Readonly<Record<Section, number>>;
  readonly value: Section;
  readonly onChange: (section: Section) => void;
}

/** The sections of the day with their counts, as wide as the hand; arrow keys move. */
export function SectionTabs({ counts, value, onChange }: SectionTabsProps) {
  const word = useTodayWords();
  const list = useRef<HTMLDivElement>(null);
  const offered = sections.filter((section) => section !== 'paused' || counts.paused > 0);
  const step = (event: KeyboardEvent) => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!move) return;
    event.preventDefault();
    const place = (offered.indexOf(value) + move + offered.length) % offered.length;
    onChange(offered[place] ?? value);
    list.current?.querySelectorAll('button')[place]?.focus();
  };
  return (
    <div className="today-tabs" role="tablist" aria-label={word('today.sections')} ref={list} onKeyDown={step}>
      {offered.map((section) => (
        <button
          key={section}
          type="button"
          role="tab"
          aria-selected={section === value}
          aria-controls="today-section"
          tabIndex={section === value ? 0 : -1}
          className={section === 'overdue' && counts.overdue > 0 ? 'late' : ''}
          onClick={() => onChange(section)}
        >
          <b>{counts[section]}</b>
          {word(`today.section.${section}`)}
        </button>
      ))}
    </div>
  );
}
