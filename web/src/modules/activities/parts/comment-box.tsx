import { addComment } from '@dealtrail/protocol/activities';
import { type KeyboardEvent, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { mentionedIn } from '../rules/mentions.ts';
import { MentionInput, useMentionable } from './mention-input.tsx';
import { useActivityWords } from './words.ts';

/** Words about a record to those who see it; @ names colleagues. */
export function CommentBox({ recordId, onClose }: { readonly recordId: string; readonly onClose: () => void }) {
  const word = useActivityWords();
  const colleagues = useMentionable();
  const [text, setText] = useState('');
  const act = useAct(addComment, { invalidates: ['activities.*'] });
  const send = async () => {
    if (!text.trim()) return;
    try {
      const mentionIds = [...mentionedIn([text], colleagues)];
      await act.run({ params: { id: recordId }, body: { text: text.trim(), mentionIds } });
      onClose();
    } catch {
      // Said below; what was typed stays.
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className="k-stack" role="presentation" onKeyDown={keys}>
      <MentionInput
        autoFocus
        recordId={recordId}
        rows={{ minRows: 2, maxRows: 8 }}
        maxLength={2_000}
        label={word('activities.comment')}
        placeholder={word('activities.comment.example')}
        value={text}
        onChange={setText}
      />
      <ProblemNotice error={act.error} />
      <div className="k-row">
        <Button kind="primary" small busy={act.busy} disabled={!text.trim()} onClick={() => void send()}>
          {word('activities.comment.send')}
        </Button>
        <Button small onClick={onClose}>
          {word('activities.comment.cancel')}
        </Button>
      </div>
    </div>
  );
}
