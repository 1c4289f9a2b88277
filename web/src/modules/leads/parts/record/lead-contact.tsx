import type { Lead } from '@dealtrail/protocol/leads';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { Icon, type IconName } from '../../../../kit/icon/index.ts';
import type { Reveal } from '../../actions/use-reveal.tsx';
import { readable } from '../../phone-number.ts';
import { useLeadWords } from '../words.ts';

interface LookProps {
  readonly icon: IconName;
  readonly word: string;
  readonly onPress: () => void;
  readonly disabled: boolean;
}

function Look({ icon, word, onPress, disabled }: LookProps) {
  return (
    <button type="button" className="lead-look" disabled={disabled} onClick={onPress}>
      <Icon name={icon} size={14} />
      {word}
    </button>
  );
}

/** The phone number, masked until it is asked for, with the two reasons to ask: to call and to copy. */
export function LeadPhone({ lead, reveal }: { readonly lead: Lead; readonly reveal: Reveal }) {
  const word = useLeadWords();
  const number = reveal.shown ? (reveal.shown.phone ?? reveal.shown.landline) : (lead.phone ?? lead.landline);
  if (!number) return <span className="k-t3">{word('leads.phone.none')}</span>;
  const looks = lead.abilities.reveal && (
    <>
      <Look icon="phone" word={word('leads.call')} disabled={reveal.busy} onPress={() => reveal.ask('call')} />
      <Look
        icon={reveal.copied ? 'check' : 'copy'}
        word={word(reveal.copied ? 'leads.copied' : 'leads.copy')}
        disabled={reveal.busy}
        onPress={() => reveal.ask('copy')}
      />
    </>
  );
  return (
    <>
      <span className="lead-phone">
        <span aria-live="polite">{readable(number)}</span>
        {looks}
        {reveal.shown && (
          <span className="k-s12 k-t2">
            {word('leads.reveal.count', { used: reveal.shown.usedToday, limit: reveal.shown.dailyLimit })}
          </span>
        )}
      </span>
      <ProblemNotice error={reveal.error} />
      {reveal.dialog}
    </>
  );
}
