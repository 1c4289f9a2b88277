import {
  DuplicateAction,
  type DuplicateRules as Rules,
  getDuplicateRules,
  MatchGrade,
  saveDuplicateRules,
} from '@dealtrail/protocol/customers';
import { Select } from 'antd';
import { useState } from 'react';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { ProblemState, useProblemWords } from '../../../kernel/states/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Field, FieldRow, FormFrame } from '../../../kit/form/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { MatchWeights } from '../parts/duplicates/match-weights.tsx';
import { useCustomerWords } from '../parts/words.ts';
import '../parts/duplicates/duplicates.css';

function RulesForm({ rules, onSaved }: { readonly rules: Rules; readonly onSaved: () => void }) {
  const word = useCustomerWords();
  const act = useAct(saveDuplicateRules, { invalidates: [getDuplicateRules] });
  const problem = useProblemWords(act.error);
  const actions = DuplicateAction.options.map((action) => ({
    value: action,
    label: word(`duplicateAction.${action}`),
  }));
  return (
    <FormFrame<Rules>
      label={word('customers.duplicates.save')}
      initial={rules}
      problem={problem}
      submitWord={word('customers.duplicates.save')}
      onSubmit={async (typed) => {
        await act.run({ body: typed });
        onSaved();
      }}
    >
      <div className="k-stack">
        {(['lead', 'customer'] as const).map((kind) => (
          <Card key={kind} title={word(`customers.duplicates.${kind}`)}>
            <FieldRow>
              {MatchGrade.options.map((grade) => (
                <Field
                  key={grade}
                  name={`${kind}.${grade}`}
                  label={word(`matchGrade.${grade}`)}
                  help={word(`customers.duplicates.${grade}.hint`)}
                >
                  <Select options={kind === 'lead' ? actions : actions.slice(0, 3)} />
                </Field>
              ))}
            </FieldRow>
          </Card>
        ))}
      </div>
    </FormFrame>
  );
}

/** What happens when a lead or customer is entered that may exist already. */
export function DuplicateRules() {
  const word = useCustomerWords();
  const found = useOperation(getDuplicateRules, {});
  const [saved, setSaved] = useState(false);
  return (
    <SettingsFrame here="duplicates" note={word('customers.duplicates.note')}>
      <div className="k-stack duplicate-rules">
        <div role="status">{saved && <Notice title={word('customers.duplicates.saved')} />}</div>
        {found.isError && !found.data ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : found.data ? (
          <RulesForm rules={found.data} onSaved={() => setSaved(true)} />
        ) : (
          <Skeleton shape="rows" count={4} />
        )}
        <MatchWeights />
        <p>
          <Link to="/duplicates">{word('customers.pairs.open')}</Link>
        </p>
      </div>
    </SettingsFrame>
  );
}
