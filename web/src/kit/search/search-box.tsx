import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { Icon } from '../icon/index.ts';
import { useSettled } from './use-settled.ts';
import './search.css';

interface SearchBoxProps {
  /** What is searched by: 搜名称、拼音首字母、编号. */
  readonly label: string;
  /** What is searched for now. */
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/** Searches a list as one types, each time the typing pauses. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  const settled = useSettled(typed.trim());
  if (shown !== value) {
    // Changed from outside: by a link, by history, by clearing the conditions.
    setShown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  useEffect(() => {
    if (settled === typed.trim() && settled !== value) onSearch(settled);
  }, [settled, typed, value, onSearch]);
  return (
    <Input
      className="k-search"
      type="search"
      allowClear
      maxLength={100}
      prefix={<Icon name="search" />}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
