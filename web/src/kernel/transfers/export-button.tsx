import { lazy, Suspense, useState } from 'react';
import { Button } from '../../kit/button/index.ts';
import { type Filter, writeFilter } from '../../kit/filter/index.ts';
import { useWords } from '../i18n/index.ts';
import { useMay } from '../session/index.ts';
import type { Exported } from './exported.ts';
import { loadTransferWords } from './words.ts';

const ExportDialog = lazy(async () => {
  const [{ ExportDialog: Box }] = await Promise.all([import('./export-dialog.tsx'), loadTransferWords()]);
  return { default: Box };
});

interface ButtonProps {
  readonly kind: string;
  readonly permission: string;
  /** The list as it is looked at. */
  readonly look: { readonly filter: Filter | undefined; readonly q: string; readonly sort: string };
}

/** Exports what a list shows; absent for who may not. The window comes with its code when it is opened. */
export function ExportButton({ kind, permission, look }: ButtonProps) {
  const word = useWords<'kernel.export'>();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may(permission)) return null;
  const of: Exported = { kind, filter: writeFilter(look.filter), q: look.q, sort: look.sort };
  return (
    <>
      <Button kind="quiet" icon="download" onClick={() => setOpen(true)}>
        {word('kernel.export')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ExportDialog of={of} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
