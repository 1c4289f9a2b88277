import { type ReactNode, useEffect } from 'react';
import { useKit } from '../provider/index.ts';
import { InTitleSlot, useTitleSlot } from './title-slot.tsx';
import './page.css';

interface PageProps {
  /** The one h1 of the page, and the title of the browser tab. */
  readonly title: string;
  /** Quiet words beside the title: 3 月 18 日 周三. */
  readonly note?: ReactNode;
  /** What stands right after the title: a 列表 / 看板 choice. */
  readonly beside?: ReactNode;
  /** Acts at the right; one of them primary. */
  readonly actions?: ReactNode;
  /** `Tabs` under the title. */
  readonly tabs?: ReactNode;
  /** Fills the window and scrolls inside: lists and boards. */
  readonly full?: boolean;
  readonly children: ReactNode;
}

/** The frame of a screen: title, acts, tabs, content. The shell draws the `main` around it. */
export function Page({ title, note, beside, actions, tabs, full = false, children }: PageProps) {
  useDocumentTitle(title);
  const above = useTitleSlot();
  return (
    <div className={`k-page ${full ? 'full' : ''}`}>
      <div className={`k-page-head ${above && !beside && !actions ? 'empty' : ''}`}>
        <InTitleSlot>
          <h1>{title}</h1>
          {note && <span className="k-t2">{note}</span>}
        </InTitleSlot>
        {beside}
        <span className="k-grow" />
        {actions && <div className="k-page-acts">{actions}</div>}
      </div>
      {tabs}
      {children}
    </div>
  );
}

/** Names the browser tab after the screen while it stands. */
export function useDocumentTitle(title: string): void {
  const { brand } = useKit();
  useEffect(() => {
    document.title = brand ? `${title} · ${brand}` : title;
  }, [title, brand]);
}

/** Two columns, the right one 320 wide; one below the other under 1024 px. */
export function Columns({ main, side }: { readonly main: ReactNode; readonly side: ReactNode }) {
  return (
    <div className="k-columns">
      <div className="k-stack">{main}</div>
      <aside className="k-stack">{side}</aside>
    </div>
  );
}
