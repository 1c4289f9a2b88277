import { Drawer, Modal } from 'antd';
import { usePhone } from '../provider/index.ts';
import type { DialogProps, SheetProps } from './dialog-props.ts';
import './dialog.css';

/** What is marked to be filled in first takes the focus; while the window opens nothing in it can. */
function focusFirst(open: boolean): void {
  if (open) [...document.querySelectorAll<HTMLElement>('.k-dialog [data-first]')].at(-1)?.focus();
}

/** The window itself; loaded when the first one opens. */
export function DialogBox({ open, title, onClose, foot, width = 480, children }: DialogProps) {
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      footer={foot ?? null}
      width={width}
      centered
      destroyOnHidden
      afterOpenChange={focusFirst}
      className="k-dialog"
    >
      {children}
    </Modal>
  );
}

/** The sheet itself; the whole screen on a phone. */
export function SheetBox({ open, title, note, onClose, foot, width = 560, children }: SheetProps) {
  const phone = usePhone();
  return (
    <Drawer
      open={open}
      title={title}
      onClose={onClose}
      size={phone ? '100%' : width}
      placement={phone ? 'bottom' : 'right'}
      footer={foot ?? null}
      extra={note}
      destroyOnHidden
      className="k-sheet"
    >
      {children}
    </Drawer>
  );
}
