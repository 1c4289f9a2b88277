import { type AuditVerdict, lastVerdict, verifyHistory } from '@dealtrail/protocol/audit';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { formatCount, Moment } from '../../../kit/formats/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useVerdict } from '../queries.ts';
import { useRecordWords } from './words.ts';

function Verdict({ verdict }: { readonly verdict: AuditVerdict }) {
  const word = useRecordWords();
  const { language } = useKit();
  const { broken, sealed, unsealed, upTo, checkedAt } = verdict;
  return (
    <div className="k-grow">
      <b>
        {broken
          ? word('records.audit.broken', { seq: broken.seq, why: word(`records.audit.broken.${broken.reason}`) })
          : word('records.audit.sound', { sealed: formatCount(sealed, language) })}
      </b>
      <div className="k-s13 k-t2">
        <Facts>
          {upTo && (
            <span>
              {word('records.audit.soundUpTo')} <Moment at={upTo} />
            </span>
          )}
          <span>
            {word('records.audit.checkedAt')} <Moment at={checkedAt} />
          </span>
          {unsealed > 0 && word('records.audit.unsealed', { count: formatCount(unsealed, language) })}
        </Facts>
      </div>
    </div>
  );
}

/** Whether the history stands as it was sealed, up to when that was verified, and the way to verify it now. */
export function SealState() {
  const word = useRecordWords();
  const found = useVerdict();
  const act = useAct(verifyHistory, { invalidates: [lastVerdict] });
  const verdict = found.data?.verdict;
  return (
    <div className={verdict?.broken ? 'audit-seal broken' : 'audit-seal'} role={verdict?.broken ? 'alert' : 'status'}>
      <Icon name={verdict?.broken ? 'alert' : 'lock'} />
      {verdict ? <Verdict verdict={verdict} /> : <div className="k-grow k-t2">{word('records.audit.unchecked')}</div>}
      <Button small busy={act.busy} onClick={() => act.press({})}>
        {word('records.audit.verify')}
      </Button>
      <ProblemNotice error={act.error} />
    </div>
  );
}
