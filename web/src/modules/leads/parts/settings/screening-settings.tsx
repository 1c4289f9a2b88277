import { getScreening, saveScreening } from '@dealtrail/protocol/leads';
import type { Answer } from '@dealtrail/protocol/kernel';
import { Select, Switch } from 'antd';
import { useState } from 'react';
import { useAct, useOperation } from '../../../../kernel/client/index.ts';
import { ProblemState, useProblemWords } from '../../../../kernel/states/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { Field, FormFrame } from '../../../../kit/form/index.ts';
import { Notice, Skeleton } from '../../../../kit/states/index.ts';
import { useColleagues } from '../../../organization/index.ts';
import { useLeadWords, useSourceOptions } from '../words.ts';

type Screening = Answer<typeof getScreening>;

function ScreeningForm({ kept }: { readonly kept: Screening }) {
  const word = useLeadWords();
  const sources = useSourceOptions();
  const people = useColleagues().data?.items ?? [];
  const [saved, setSaved] = useState(false);
  const act = useAct(saveScreening, { invalidates: [getScreening] });
  const problem = useProblemWords(act.error);
  const listed = { mode: 'multiple', showSearch: { optionFilterProp: 'label' } } as const;
  const save = async ({ everything, sources: named = [], screenerIds = [] }: Partial<Screening>) => {
    await act.run({ body: { everything: everything ?? false, sources: named, screenerIds } });
    setSaved(true);
  };
  return (
    <FormFrame<Screening>
      label={word('leads.screening')}
      initial={kept}
      guard={false}
      problem={problem}
      onDirty={() => setSaved(false)}
      onSubmit={save}
    >
      {kept.screenerIds.length === 0 && <p className="k-t2">{word('leads.screening.off')}</p>}
      <Field name="screenerIds" label={word('leads.screening.screeners')} help={word('leads.screening.screeners.hint')}>
        <Select {...listed} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="everything" label={word('leads.screening.everything')} valueProp="checked">
        <Switch />
      </Field>
      <Field name="sources" label={word('leads.screening.sources')} when={(values) => values['everything'] !== true}>
        <Select
          {...listed}
          placeholder={word('leads.screening.sources.none')}
          options={[...sources, { value: 'unlisted', label: word('leads.screening.unlisted') }]}
        />
      </Field>
      <div role="status">{saved && <Notice title={word('leads.screening.saved')} />}</div>
    </FormFrame>
  );
}

/** Which new leads marketing looks at before sales gets them, and who does. */
export function ScreeningSettings() {
  const word = useLeadWords();
  const found = useOperation(getScreening, {});
  return (
    <Card title={word('leads.screening')} note={word('leads.screening.note')}>
      {found.isError && !found.data ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <ScreeningForm kept={found.data} />
      ) : (
        <Skeleton count={3} />
      )}
    </Card>
  );
}
