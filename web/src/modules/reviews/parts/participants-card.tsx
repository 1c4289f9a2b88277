import { type Review, updateReview } from '@dealtrail/protocol/reviews';
import { Select } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useColleagues } from '../../organization/index.ts';
import { useReviewWords } from './words.ts';

/** Who takes part; the holder names them. */
export function ParticipantsCard({ review }: { readonly review: Review }) {
  const word = useReviewWords();
  const { language } = useKit();
  const colleagues = useColleagues();
  const act = useAct(updateReview, { invalidates: ['reviews.*'] });
  const { id, version, participants, abilities } = review;
  const title = word('reviews.participants');
  const names = participants.map(({ name }) => name);
  return (
    <Card title={title}>
      {abilities.hold ? (
        <Select
          mode="multiple"
          aria-label={title}
          className="review-people"
          showSearch={{ optionFilterProp: 'label' }}
          loading={act.busy}
          value={participants.map((person) => person.id)}
          options={(colleagues.data?.items ?? []).map((person) => ({ value: person.id, label: person.name }))}
          onChange={(participantIds: string[]) => act.press({ params: { id }, body: { version, participantIds } })}
        />
      ) : (
        <p>{joined(names, 'names', language) || <span className="k-t3">{word('reviews.participants.none')}</span>}</p>
      )}
      <ProblemNotice error={act.error} />
    </Card>
  );
}
