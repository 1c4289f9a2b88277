import { type KeyboardEvent, useEffect, useRef } from 'react';
import './page.css';

interface Tab<V extends string> {
  readonly value: V;
  readonly word: string;
  readonly count?: number | string | undefined;
  /** More about it, on hover and read aloud: 林向晚 共享. */
  readonly hint?: string | undefined;
}

interface TabsProps<V extends string> {
  /** What the tabs divide, for a screen reader: 保存的视图. */
  readonly label: string;
  readonly tabs: readonly Tab<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** Id of the element the tabs control. */
  readonly controls?: string;
}

/** Tabs with counts: saved views of a list, parts of a record. Arrow keys move. */
export function Tabs<V extends string>({ label, tabs, value, onChange, controls }: TabsProps<V>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Among many tabs on a phone the chosen one stands in sight.
    const chosen = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list.current && chosen) list.current.scrollLeft = chosen.offsetLeft - list.current.offsetLeft - 16;
  }, [value]);
  const step = (event: KeyboardEvent) => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!move) return;
    event.preventDefault();
    const next = (tabs.findIndex((tab) => tab.value === value) + move + tabs.length) % tabs.length;
    const chosen = tabs[next];
    if (chosen) onChange(chosen.value);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="k-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={step}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
          {...(tab.hint ? { title: tab.hint } : {})}
          {...(controls ? { 'aria-controls': controls } : {})}
        >
          {tab.word}
          {tab.count !== undefined && <span className="n">{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
