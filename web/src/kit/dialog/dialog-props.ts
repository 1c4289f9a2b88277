import type { ReactNode } from 'react';

/** What a small window over the page needs. */
export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** Buttons at the bottom. */
  readonly foot?: ReactNode;
  readonly width?: number;
  readonly children: ReactNode;
}

/** What a sheet needs beside that. */
export interface SheetProps extends DialogProps {
  /** Quiet words at the right of the title: 草稿已存. */
  readonly note?: ReactNode;
}
