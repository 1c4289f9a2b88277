import { SecondStepFor, updateOrganization } from '@dealtrail/protocol/organization';
import { Select } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemState, useProblemWords } from '../../../kernel/states/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useOrganization } from '../settings-queries.ts';
import { useAccountWords } from './words.ts';

type Typed = { readonly secondStepFor: SecondStepFor };

/** Of whom the organisation asks a second step. */
export function SecondStepPolicy() {
  const word = useAccountWords();
  const found = useOrganization();
  const act = useAct(updateOrganization, { invalidates: ['organization.*', 'auth.*'] });
  const problem = useProblemWords(act.error);
  const organization = found.data;
  if (!organization)
    return (
      <Card title={word('account.policy')}>
        {found.isError ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton count={1} />
        )}
      </Card>
    );
  const { version, secondStepFor } = organization;
  const choices = SecondStepFor.options.map((value) => ({ value, label: word(`account.policy.${value}`) }));
  return (
    <Card title={word('account.policy')}>
      <FormFrame<Typed>
        key={version}
        label={word('account.policy')}
        initial={{ secondStepFor }}
        problem={problem}
        onSubmit={(typed) => act.run({ body: { version, ...typed } })}
      >
        <Field name="secondStepFor" label={word('account.policy.who')} help={word('account.policy.note')}>
          <Select options={choices} />
        </Field>
      </FormFrame>
    </Card>
  );
}
