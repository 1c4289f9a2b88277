import { lazy, Suspense, useState } from 'react';
import type { DialogProps, SheetProps } from './dialog-props.ts';

const boxes = () => import('./dialog-box.tsx');
const DialogBox = lazy(async () => ({ default: (await boxes()).DialogBox }));
const SheetBox = lazy(async () => ({ default: (await boxes()).SheetBox }));

function useOpenedOnce(open: boolean): boolean {
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  return opened;
}

/** A small window over the page for one decision; its code comes with the first one. */
export function Dialog(props: DialogProps) {
  return useOpenedOnce(props.open) ? (
    <Suspense fallback={null}>
      <DialogBox {...props} />
    </Suspense>
  ) : null;
}

/** A sheet from the side for a form, the whole screen on a phone; its code comes with the first one. */
export function Sheet(props: SheetProps) {
  return useOpenedOnce(props.open) ? (
    <Suspense fallback={null}>
      <SheetBox {...props} />
    </Suspense>
  ) : null;
}
