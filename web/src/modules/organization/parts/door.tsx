import type { ReactNode } from 'react';
import { languages, speak } from '../../../kernel/appearance/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { useDocumentTitle } from '../../../kit/page/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import './door.css';

/** The way to the other language, for whoever is not known yet. */
function OtherLanguage() {
  const { language } = useKit();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button kind="quiet" small icon="globe" onClick={() => void speak(other)}>
      <span lang={other}>{languages[other]}</span>
    </Button>
  );
}

/** The frame of a page outside the house: one card with the mark, one h1, one form. */
export function Door({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  useDocumentTitle(title);
  return (
    <main className="door">
      <div className="door-card">
        <svg
          className="door-mark"
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          aria-hidden="true"
        >
          <path d="M3 12.5c2.5 0 2.5-4.5 5-4.5s2.5-4.5 5-4.5" />
          <circle cx="3" cy="12.5" r=".9" fill="currentColor" />
          <circle cx="13" cy="3.5" r=".9" fill="currentColor" />
        </svg>
        <h1>{title}</h1>
        {note && <p className="k-t2">{note}</p>}
        {children}
      </div>
      <OtherLanguage />
    </main>
  );
}
