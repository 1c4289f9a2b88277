import type { FollowUpTemplate } from '@dealtrail/protocol/activities';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSession } from '../../../../kernel/session/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { dayOf, formatDay } from '../../../../kit/formats/index.ts';
import { useTypedValues, useWriteValues } from '../../../../kit/form/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import type { FollowUpTyped } from '../../follow-up-draft.ts';
import { fillTemplate, nextBlank } from '../../rules/fill-template.ts';
import { salutation } from '../../rules/salutation.ts';
import type { FollowUpTarget } from './follow-up-target.ts';
import { TemplatePicker } from './template-picker.tsx';
import { useActivityWords } from '../words.ts';

/** Selects the next blank of a text box; false when there is none. */
function toBlank(box: HTMLTextAreaElement | HTMLInputElement, from: number): boolean {
  const blank = nextBlank(box.value, from);
  if (blank) box.setSelectionRange(blank.start, blank.end);
  return blank !== undefined;
}

/** Tab goes to the next blank after the cursor before it leaves the box. */
export function tabToBlank(event: KeyboardEvent<HTMLDivElement>): void {
  const box = event.target;
  if (event.key !== 'Tab' || event.shiftKey) return;
  if (!(box instanceof HTMLTextAreaElement) && !(box instanceof HTMLInputElement)) return;
  const from = box.selectionEnd ?? 0;
  const ahead = nextBlank(box.value, from);
  if (ahead && ahead.start >= from && toBlank(box, from)) event.preventDefault();
}

interface Templates {
  /** Stands in place while a template is chosen. */
  readonly picker: ReactNode;
  readonly button: ReactNode;
}

/** Texts to begin a follow-up with: by the button, or by a slash as the first letter of what was said. */
export function useTemplates(target: FollowUpTarget): Templates {
  const word = useActivityWords();
  const { member } = useSession();
  const { language, zone, now } = useKit();
  const write = useWriteValues();
  const typed = useTypedValues() as unknown as FollowUpTyped;
  const [open, setOpen] = useState(false);
  const filled = useRef(false);
  const slash = typed.content === '/';
  useEffect(() => {
    if (!filled.current) return;
    filled.current = false;
    const box = document.querySelector<HTMLTextAreaElement>('.follow-up textarea.first');
    box?.focus();
    if (box) toBlank(box, 0);
  });
  const close = () => {
    setOpen(false);
    if (slash) write({ content: '' });
    filled.current = true;
  };
  const choose = ({ content, feedback, nextStep }: FollowUpTemplate) => {
    const day = typed.nextStepOn;
    const fill = (text: string) =>
      fillTemplate(text, {
        contact: salutation(target.contact?.name, target.contact?.title),
        company: target.company ?? undefined,
        me: member.name,
        date: day ? formatDay(day, dayOf(now(), zone), language) : undefined,
      });
    const before = slash || !typed.content?.trim() ? '' : `${typed.content.trimEnd()}\n`;
    write({
      content: before + fill(content),
      ...(feedback && !typed.feedback?.trim() ? { feedback: fill(feedback) } : {}),
      ...(nextStep && !typed.nextStep?.trim() ? { nextStep: fill(nextStep) } : {}),
    });
    setOpen(false);
    filled.current = true;
  };
  const shown = (open || slash) && typed.reached === 'yes';
  return {
    picker: shown && <TemplatePicker method={typed.method} onChoose={choose} onClose={close} />,
    button: typed.reached === 'yes' && (
      <Button kind="quiet" small icon="document" onClick={() => setOpen(!open)}>
        {word('activities.templates.use')}
      </Button>
    ),
  };
}
