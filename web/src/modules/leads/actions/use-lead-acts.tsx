import { acceptLead, type Lead, resumeLead } from '@dealtrail/protocol/leads';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button, IconButton, type MenuAct, MenuButton } from '../../../kit/button/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useFollowUpKey } from '../../activities/index.ts';
import { useRecordCare } from '../../records/index.ts';
import { type NextStep, nextStep } from '../next-step.ts';
import { useLeadWords } from '../parts/words.ts';
import { type LeadWindow, LeadWindows } from './lead-windows.tsx';
import type { Reveal } from './use-reveal.tsx';

/** What can be done with a lead: the next right step first, the rest beside it and in a menu, and their windows. */
export interface LeadActs {
  readonly buttons: ReactNode;
  readonly windows: ReactNode;
  /** Opens the form with the facts; absent where they may not be changed. */
  readonly onEdit: (() => void) | undefined;
}

function usePrimary(lead: Lead, open: (window: LeadWindow) => void) {
  const word = useLeadWords();
  const go = useGo();
  const resume = useAct(resumeLead, { invalidates: ['leads.*', 'activities.*', 'insights.*'] });
  const accept = useAct(acceptLead, { invalidates: ['leads.*', 'activities.*', 'insights.*'] });
  const step = nextStep(lead);
  const acts: Readonly<Record<Exclude<NextStep, null>, readonly [string, () => void]>> = {
    resume: [word('leads.resume'), () => resume.press({ params: { id: lead.id }, body: {} })],
    assign: [word('leads.assign'), () => open('assign')],
    complete: [word('leads.completeAct'), () => open('edit')],
    convert: [word('leads.convert'), () => open('convert')],
    follow_up: [word('leads.followUp'), () => open('follow_up')],
    pass_on: [word('leads.passOn'), () => open('pass_on')],
    accept: [word('leads.accept'), () => accept.press({ params: { id: lead.id }, body: {} })],
    open_opportunity: [word('leads.openOpportunity'), () => go(`/opportunities/${lead.opportunityId}`)],
  };
  const [verb, press] = step ? acts[step] : ['', undefined];
  const button = step && (
    <Button kind="primary" busy={resume.busy || accept.busy} onClick={press}>
      {verb}
    </Button>
  );
  return { step, button, error: resume.error ?? accept.error };
}

function useMenu(lead: Lead, step: NextStep, open: (window: LeadWindow) => void): readonly MenuAct[] {
  const word = useLeadWords();
  const { abilities } = lead;
  const lines: readonly (MenuAct | false)[] = [
    abilities.update && { key: 'edit', word: word('leads.edit'), icon: 'edit', onClick: () => open('edit') },
    abilities.assign &&
      step !== 'assign' && {
        key: 'assign',
        word: word('leads.assign'),
        icon: 'handover',
        onClick: () => open('assign'),
      },
    abilities.pause &&
      !lead.pausedUntil && { key: 'pause', word: word('leads.pause'), icon: 'pause', onClick: () => open('pause') },
    abilities.refuse &&
      !abilities.accept && { key: 'refuse', word: word('leads.refuse'), icon: 'undo', onClick: () => open('refuse') },
    abilities.return && { key: 'return', word: word('pools.return'), icon: 'pool', onClick: () => open('return') },
    (abilities.invalidate || abilities.screen) && {
      key: 'invalidate',
      word: word(abilities.screen ? 'leads.screenOut' : 'leads.invalidate'),
      icon: 'close',
      danger: true,
      onClick: () => open(abilities.screen ? 'screen_out' : 'invalidate'),
    },
  ];
  return lines.filter((line) => line !== false);
}

/** The acts of a lead, for its page and its peek alike. */
export function useLeadActs(lead: Lead, reveal: Reveal): LeadActs {
  const word = useLeadWords();
  const { words } = useKit();
  const [window, setWindow] = useState<LeadWindow>();
  const { step, button, error } = usePrimary(lead, setWindow);
  const care = useRecordCare(lead.id, '/leads');
  const menu = [...useMenu(lead, step, setWindow), ...care.acts];
  const { abilities } = lead;
  useFollowUpKey(abilities.followUp ? () => setWindow('follow_up_by_key') : undefined);
  const buttons = (
    <>
      {button}
      {abilities.followUp && step !== 'follow_up' && step !== null && (
        <Button onClick={() => setWindow('follow_up')}>{word('leads.followUp')}</Button>
      )}
      {abilities.accept && <Button onClick={() => setWindow('refuse')}>{word('leads.refuse')}</Button>}
      {abilities.reveal && (lead.phone ?? lead.landline) && (
        <Button icon="phone" busy={reveal.busy} onClick={() => reveal.ask('call')}>
          {word('leads.call')}
        </Button>
      )}
      {abilities.qualify && step !== 'convert' && (
        <Button onClick={() => setWindow('convert')}>{word('leads.convert')}</Button>
      )}
      {menu.length > 0 && (
        <MenuButton acts={menu}>
          <IconButton icon="more" label={words.more} />
        </MenuButton>
      )}
      <ProblemNotice error={error} />
    </>
  );
  const windows = (
    <>
      <LeadWindows lead={lead} open={window} onClose={() => setWindow(undefined)} />
      {care.windows}
    </>
  );
  return { buttons, windows, onEdit: abilities.update ? () => setWindow('edit') : undefined };
}
