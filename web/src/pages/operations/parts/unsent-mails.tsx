import { listMails, type OutgoingMailView, retryMails } from '@dealtrail/protocol/jobs';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import type { zh } from '../messages/zh.ts';
import { useOperationsWords } from './words.ts';

function stateOf({ state, held }: OutgoingMailView): keyof typeof zh {
  if (held) return 'operations.mails.held';
  if (state === 'failed' || state === 'not_configured') return `operations.mails.${state}`;
  return 'operations.mails.waiting';
}

interface MailProps {
  readonly mail: OutgoingMailView;
  readonly configured: boolean;
}

function Mail({ mail, configured }: MailProps) {
  const word = useOperationsWords();
  const act = useAct(retryMails, { invalidates: ['operations.*'] });
  const { id, kind, recipient, attempts, problem, createdAt, nextTryAt, canRetry, state } = mail;
  const stuck = state === 'failed' || state === 'not_configured';
  return (
    <li>
      <div className="k-grow">
        <Facts>
          <b>{word(`operations.mail.${kind}` as keyof typeof zh)}</b>
          <span>{recipient}</span>
        </Facts>
        <div className="k-s13 k-t2">
          <Facts>
            <Moment at={createdAt} />
            {attempts > 0 && <span>{word('operations.mails.tries', { count: attempts })}</span>}
            {nextTryAt && (
              <span>
                {word('operations.mails.next')} <Moment at={nextTryAt} />
              </span>
            )}
            {stuck && !canRetry && <span>{word('operations.mails.door')}</span>}
          </Facts>
        </div>
        {problem && <p className="operations-problem">{problem}</p>}
        <ProblemNotice error={act.error} />
      </div>
      <StateTag tone="outline">{word(stateOf(mail))}</StateTag>
      {configured && canRetry && (
        <Button
          small
          busy={act.busy}
          label={word('operations.mails.retryOf', { recipient })}
          onClick={() => act.press({ body: { ids: [id] } })}
        >
          {word('operations.mails.retry')}
        </Button>
      )}
    </li>
  );
}

/** Mails that wait, failed, or had no server to leave by. */
export function UnsentMails({ configured }: { readonly configured: boolean }) {
  const word = useOperationsWords();
  const found = useOperation(listMails, {});
  const all = useAct(retryMails, { invalidates: ['operations.*'] });
  const items = found.data?.items;
  const some = items?.some(({ canRetry }) => canRetry) ?? false;
  return (
    <Card
      flush
      title={word('operations.mails')}
      note={
        configured &&
        some && (
          <Button small icon="refresh" busy={all.busy} onClick={() => all.press({ body: {} })}>
            {word('operations.mails.retryAll')}
          </Button>
        )
      }
    >
      {!configured && (
        <div className="operations-none">
          <Notice tone="soon" title={word('operations.mails.noServer')} />
        </div>
      )}
      <ProblemNotice error={all.error} />
      {found.isError && <ProblemState error={found.error} onRetry={() => void found.refetch()} />}
      {items?.length === 0 && <p className="operations-none">{word('operations.mails.none')}</p>}
      <ul className="operations-list">
        {items?.map((mail) => (
          <Mail key={mail.id} mail={mail} configured={configured} />
        ))}
      </ul>
    </Card>
  );
}
