import { type FollowUpMethod, type FollowUpTemplate, listTemplates } from '@dealtrail/protocol/activities';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useOperation } from '../../../../kernel/client/index.ts';
import { Link } from '../../../../kernel/routing/index.ts';
import { ProblemState } from '../../../../kernel/states/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { Skeleton } from '../../../../kit/states/index.ts';
import { useActivityWords } from '../words.ts';

interface TemplatePickerProps {
  readonly method: FollowUpMethod;
  readonly onChoose: (template: FollowUpTemplate) => void;
  readonly onClose: () => void;
}

/** Texts to begin with, those of the chosen method first; arrows and Enter choose, Esc leaves. */
export function TemplatePicker({ method, onChoose, onClose }: TemplatePickerProps) {
  const word = useActivityWords();
  const { language } = useKit();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const found = useOperation(listTemplates, { query: { language: language === 'en' ? 'en' : 'zh' } });
  const active = (found.data?.items ?? []).filter((template) => template.active);
  const lines = active.filter((template) => template.method === method);
  const ready = found.data !== undefined;
  useEffect(() => {
    if (ready) box.current?.focus();
  }, [ready]);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((lines.length + at + step) % Math.max(1, lines.length));
    else if (event.key === 'Enter' && lines[at]) onChoose(lines[at]);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton count={2} />;
  return (
    <div
      ref={box}
      className="template-picker"
      role="listbox"
      tabIndex={0}
      aria-label={word('activities.templates')}
      aria-activedescendant={lines[at] ? `template-${at}` : undefined}
      onKeyDown={press}
    >
      {lines.map((template, index) => (
        <button
          key={template.id ?? template.shippedKey}
          id={`template-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onClick={() => onChoose(template)}
        >
          <b>{template.name}</b>
          <span className="k-s12 k-t3 k-clip">{template.content}</span>
        </button>
      ))}
      {lines.length === 0 && <p className="k-s13 k-t2">{word('activities.templates.none')}</p>}
      <Link to="/settings/follow-up-templates">{word('activities.templates.manage')}</Link>
    </div>
  );
}
