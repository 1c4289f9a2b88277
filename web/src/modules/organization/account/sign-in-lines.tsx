import type { listOwnSignIns } from '@dealtrail/protocol/auth';
import type { Answer } from '@dealtrail/protocol/kernel';
import type { ReactNode } from 'react';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { useAccountWords } from './words.ts';

/** One entry of the log, with the names an administrator sees. */
export type LogEntry = Answer<typeof listOwnSignIns>['items'][number] & {
  readonly memberName?: string;
  readonly actorName?: string | null;
};

const wrong = new Set<LogEntry['event']>(['wrong_password', 'wrong_code']);

interface SignInLinesProps {
  readonly entries: readonly LogEntry[];
  /** The member as a way to their entries only. */
  readonly member?: (entry: LogEntry) => ReactNode;
}

/** Entries of the sign-in log: what, who, when, from where, by which name. */
export function SignInLines({ entries, member }: SignInLinesProps) {
  const word = useAccountWords();
  return (
    <ul className="account-lines">
      {entries.map((entry) => (
        <li key={entry.id}>
          <div className="k-grow">
            <Facts>
              {wrong.has(entry.event) ? (
                <StateTag tone="late">{word(`signIn.${entry.event}`)}</StateTag>
              ) : (
                <b>{word(`signIn.${entry.event}`)}</b>
              )}
              {member?.(entry)}
              {entry.actorName && word('account.log.by', { name: entry.actorName })}
            </Facts>
            <div className="k-s13 k-t2">
              <Facts>
                {word('account.session.device', {
                  browser: word(`browser.${entry.browser}`),
                  system: word(`system.${entry.system}`),
                })}
                {entry.near !== 'internet' && word(`near.${entry.near}`)}
                {entry.peer}
                {entry.identifier && word('account.log.as', { identifier: entry.identifier })}
              </Facts>
            </div>
          </div>
          <span className="k-s13 k-t3 k-nowrap">
            <Moment at={entry.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
