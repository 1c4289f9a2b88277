import { type JoinRequest, listJoinRequests } from '@dealtrail/protocol/customers';
import { useState } from 'react';
import { useOperation } from '../../../../kernel/client/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { joined, Moment } from '../../../../kit/formats/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { AnswerJoinDialog } from '../../actions/answer-join-dialog.tsx';
import { useCustomerWords } from '../words.ts';
import './duplicates.css';

interface Answering {
  readonly request: JoinRequest;
  readonly grant: boolean;
}

function Line({
  request,
  onAnswer,
}: {
  readonly request: JoinRequest;
  readonly onAnswer: (answering: Answering) => void;
}) {
  const word = useCustomerWords();
  const { language } = useKit();
  const name = request.memberName ?? '';
  return (
    <li>
      <span className="k-row k-wrap">
        <b>{[request.departmentName, name].filter(Boolean).join('·')}</b>
        {request.state !== 'open' && <StateTag>{word(`joinState.${request.state}`)}</StateTag>}
        <span className="k-t3 k-s12">
          <Moment at={request.askedAt} />
        </span>
      </span>
      <p>{request.reason}</p>
      {request.answer && <p className="k-t2">{joined([request.answeredByName, request.answer], 'facts', language)}</p>}
      {request.abilities.answer && (
        <span className="k-row join-acts">
          <Button
            small
            kind="accent"
            label={word('customers.join.grantTo', { name })}
            onClick={() => onAnswer({ request, grant: true })}
          >
            {word('customers.join.grant')}
          </Button>
          <Button
            small
            label={word('customers.join.declineTo', { name })}
            onClick={() => onAnswer({ request, grant: false })}
          >
            {word('customers.join.decline')}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Who asks to work on this record, for those who see it; nothing where nobody asked. */
export function JoinRequests({ recordId }: { readonly recordId: string }) {
  const word = useCustomerWords();
  const found = useOperation(listJoinRequests, { params: { id: recordId } }, { live: [recordId] });
  const [answering, setAnswering] = useState<Answering>();
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={word('customers.join.requests')}>
      <ul className="join-requests">
        {items.map((request) => (
          <Line key={request.id} request={request} onAnswer={setAnswering} />
        ))}
      </ul>
      {answering && <AnswerJoinDialog {...answering} onClose={() => setAnswering(undefined)} />}
    </Card>
  );
}
