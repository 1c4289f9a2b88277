import type { View } from '@dealtrail/protocol/views';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../kit/button/index.ts';
import { joined } from '../../kit/formats/index.ts';
import { Tabs } from '../../kit/page/index.ts';
import { useKit, usePhone } from '../../kit/provider/index.ts';
import { Notice } from '../../kit/states/index.ts';
import type { ListLook } from './use-list-look.ts';
import { useSaveView, ViewMenu, type ViewWindow } from './view-menu.tsx';
import { useViewName, useViewWords } from './words.ts';
import './views.css';

const ViewWindows = lazy(async () => ({ default: (await import('./view-windows.tsx')).ViewWindows }));

interface ViewTabsProps {
  readonly look: ListLook;
  /** How many records a view has, where that is known. */
  readonly countOf: (view: View) => string | undefined;
  /** What the fields of the list are called. */
  readonly fields: readonly { readonly key: string; readonly label: string }[];
}

/** The views of a list as tabs, with what may be done with the chosen one. */
export function ViewTabs({ look, countOf, fields }: ViewTabsProps) {
  const word = useViewWords();
  const nameOf = useViewName();
  const phone = usePhone();
  const { language } = useKit();
  const [open, setOpen] = useState<ViewWindow>();
  const nameOfField = (key: string) => fields.find((field) => field.key === key)?.label ?? key;
  const shown = look.views.filter((view) => !view.hidden || view.id === look.view?.id);
  const tabs = shown.map((view) => ({
    value: view.id,
    word: nameOf(view),
    count: countOf(view),
    hint: view.ownerName && !view.abilities.update ? word('views.by', { name: view.ownerName }) : undefined,
  }));
  return (
    <>
      <div className="view-tabs">
        <Tabs label={word('views.label')} tabs={tabs} value={look.view?.id ?? ''} onChange={look.toView} />
        {look.changed && !phone && <Changed look={look} onSaveAs={() => setOpen('new')} />}
        <ViewMenu look={look} onOpen={setOpen} />
      </div>
      {look.view && look.view.lost.length > 0 && (
        <Notice
          tone="soon"
          title={word('views.lost', { fields: joined(look.view.lost.map(nameOfField), 'names', language) })}
        >
          {word('views.lost.hint')}
        </Notice>
      )}
      {open && (
        <Suspense fallback={null}>
          <ViewWindows open={open} look={look} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function Changed({ look, onSaveAs }: { readonly look: ListLook; readonly onSaveAs: () => void }) {
  const word = useViewWords();
  const save = useSaveView(look);
  const own = look.view?.abilities.update;
  return (
    <span className="changed">
      {word('views.changed')}
      <Button kind="link" small onClick={own ? save : onSaveAs}>
        {own ? word('views.save') : word('views.saveAs')}
      </Button>
      <Button kind="link" small onClick={look.revert}>
        {word('views.revert')}
      </Button>
    </span>
  );
}
