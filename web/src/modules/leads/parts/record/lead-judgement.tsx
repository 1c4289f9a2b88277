import { type Lead, Level, updateLead } from '@dealtrail/protocol/leads';
import type { Why } from '@dealtrail/protocol/kernel';
import { useAct } from '../../../../kernel/client/index.ts';
import { useSay } from '../../../../kernel/i18n/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { MenuButton } from '../../../../kit/button/index.ts';
import { joined } from '../../../../kit/formats/index.ts';
import { Icon } from '../../../../kit/icon/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { priorityRank } from '../../lead-views.ts';
import { Intent } from '../list/lead-columns.tsx';
import { useIntentLabel, useLeadWords } from '../words.ts';

/** Reasons as quiet lines under what they explain. */
function Because({ why }: { readonly why: readonly Why[] }) {
  const say = useSay();
  const { language } = useKit();
  const said = joined(why.map(say), 'clauses', language);
  return said ? <div className="k-s13 k-t2">{said}</div> : null;
}

/** What the rules had said where a person decided otherwise. */
function RuleSaid({ said }: { readonly said: Lead['intentSaid'] }) {
  const word = useLeadWords();
  return said && <div className="k-s13 k-t2">{word('leads.ruleSaid', { level: word(`leads.level.${said}`) })}</div>;
}

function Override({ lead, of }: { readonly lead: Lead; readonly of: 'intent' | 'priority' }) {
  const word = useLeadWords();
  const act = useAct(updateLead, { invalidates: ['leads.*', 'activities.*'] });
  if (!lead.abilities.update) return null;
  const acts = Level.options.map((level) => ({
    key: level,
    word: of === 'intent' ? word(`leads.level.${level}`) : `P${priorityRank(level)} ${word(`leads.level.${level}`)}`,
    chosen: lead[of] === level,
    onClick: () => act.press({ params: { id: lead.id }, body: { version: lead.version, [of]: level } }),
  }));
  return (
    <>
      <MenuButton acts={acts} heading={word('leads.override.hint')}>
        <button type="button" className="lead-look" aria-label={word(`leads.override.${of}`)}>
          {word('leads.override')}
          <Icon name="down" size={12} />
        </button>
      </MenuButton>
      <ProblemNotice error={act.error} />
    </>
  );
}

/** Intent with its label and why it was set so; a person may set it otherwise, and that is kept. */
export function LeadIntent({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  const intentLabel = useIntentLabel();
  return (
    <>
      <span className="k-row k-wrap">
        <b>
          <Intent of={lead.intent} />
        </b>
        <span>{intentLabel(lead.intentLabel)}</span>
        {lead.intentOverridden && <StateTag>{word('leads.overridden')}</StateTag>}
        <Override lead={lead} of="intent" />
      </span>
      {lead.intentOverridden ? <RuleSaid said={lead.intentSaid} /> : <Because why={lead.intentWhy} />}
    </>
  );
}

/** Priority and the points that made it. */
export function LeadPriority({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  return (
    <>
      <span className="k-row k-wrap">
        <b>P{priorityRank(lead.priority)}</b>
        {lead.priorityOverridden && <StateTag>{word('leads.overridden')}</StateTag>}
        <Override lead={lead} of="priority" />
      </span>
      {lead.priorityOverridden ? <RuleSaid said={lead.prioritySaid} /> : <Because why={lead.priorityWhy} />}
    </>
  );
}

/** Who has it and why it came to them. */
export function LeadOwner({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  return (
    <>
      <span>
        {lead.ownerName ?? word('leads.nobody')}
        {lead.departmentName && <span className="k-t3">{lead.departmentName}</span>}
      </span>
      <Because why={lead.assignedWhy} />
    </>
  );
}

/** How complete it is, and what is missing. */
export function LeadCompleteness({
  lead,
  onComplete,
}: {
  readonly lead: Lead;
  readonly onComplete: (() => void) | undefined;
}) {
  const word = useLeadWords();
  const say = useSay();
  const { language } = useKit();
  const act = useAct(updateLead, { invalidates: ['leads.*', 'activities.*'] });
  const mark = (incomplete: boolean) =>
    act.press({ params: { id: lead.id }, body: { version: lead.version, incomplete } });
  const marking = lead.abilities.update && (
    <button type="button" className="lead-look" onClick={() => mark(!lead.markedIncomplete)}>
      {word(lead.markedIncomplete ? 'leads.incomplete.unmark' : 'leads.incomplete.mark')}
    </button>
  );
  if (lead.complete) {
    return (
      <span className="k-row k-wrap">
        {word('leads.complete')}
        {marking}
      </span>
    );
  }
  const lacking = lead.missing.filter((demand) => demand !== 'marked');
  const missing = lead.missing.map((demand) => say({ key: `leads.why.missing.${demand}`, params: {} }));
  return (
    <span className="k-row k-wrap">
      {lacking.length > 0 && <span>{word('leads.completeness', { count: lacking.length })}</span>}
      <span className="k-s13 k-t2">{joined(missing, 'names', language)}</span>
      {onComplete && (
        <button type="button" className="lead-look" onClick={onComplete}>
          {word('leads.completeAct')}
        </button>
      )}
      {lead.markedIncomplete && marking}
      <ProblemNotice error={act.error} />
    </span>
  );
}
