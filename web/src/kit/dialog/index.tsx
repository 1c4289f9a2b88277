import { lazy, type ReactNode, Suspense, useState } from 'react';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** Buttons at the bottom. */
  readonly foot?: ReactNode;
  readonly width?: number;
  readonly children: ReactNode;
}

export interface SheetProps extends DialogProps {
  /** Quiet words at the right of the title: 草稿已存. */
  readonly note?: ReactNode;
}

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
