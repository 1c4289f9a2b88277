import {
  getMatching,
  MatchField,
  type MatchTrial,
  type MatchWeights as Weights,
  tryMatching,
} from '@dealtrail/protocol/customers';
import { InputNumber } from 'antd';
import { useState } from 'react';
import { useAct, useOperation } from '../../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../../kernel/states/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { Moment } from '../../../../kit/formats/index.ts';
import { Skeleton } from '../../../../kit/states/index.ts';
import { useCustomerWords } from '../words.ts';
import { TrialCard } from './trial-card.tsx';
import './pairs.css';

/** Most points of one field. */
const MOST = 40;

interface PointsProps {
  readonly label: string;
  readonly value: number;
  readonly most?: number;
  readonly least?: number;
  readonly onChange: (value: number) => void;
}

function Points({ label, value, most = MOST, least = 0, onChange }: PointsProps) {
  return (
    <InputNumber
      aria-label={label}
      value={value}
      min={least}
      max={most}
      precision={0}
      onChange={(next) => onChange(next ?? least)}
    />
  );
}

interface WeightsTableProps {
  readonly weights: Weights;
  readonly onChange: (weights: Weights) => void;
}

function WeightsTable({ weights, onChange }: WeightsTableProps) {
  const word = useCustomerWords();
  const set = (field: MatchField, change: Partial<Weights['fields'][MatchField]>) =>
    onChange({ ...weights, fields: { ...weights.fields, [field]: { ...weights.fields[field], ...change } } });
  return (
    <table className="weights">
      <thead>
        <tr>
          <th scope="col">{word('customers.weights.field')}</th>
          <th scope="col">{word('customers.weights.agree')}</th>
          <th scope="col">{word('customers.weights.differ')}</th>
        </tr>
      </thead>
      <tbody>
        {MatchField.options.map((field) => (
          <tr key={field}>
            <th scope="row">{word(`matchField.${field}`)}</th>
            <td>
              <Points
                label={word('customers.weights.agreeOf', { field: word(`matchField.${field}`) })}
                value={weights.fields[field].agree}
                onChange={(agree) => set(field, { agree })}
              />
            </td>
            <td>
              <Points
                label={word('customers.weights.differOf', { field: word(`matchField.${field}`) })}
                value={-weights.fields[field].differ}
                onChange={(taken) => set(field, { differ: taken === 0 ? 0 : -taken })}
              />
            </td>
          </tr>
        ))}
        {(['likely', 'possible'] as const).map((name) => (
          <tr key={name}>
            <th scope="row">{word(`customers.weights.${name}`)}</th>
            <td colSpan={2}>
              <Points
                label={word(`customers.weights.${name}`)}
                value={weights[name]}
                least={1}
                most={99}
                onChange={(points) => onChange({ ...weights, [name]: points })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Versions({ versions }: { readonly versions: readonly MatchTrial[] }) {
  const word = useCustomerWords();
  if (versions.length === 0) return <p className="k-t3">{word('customers.weights.initial')}</p>;
  return (
    <details>
      <summary>{word('customers.weights.versions')}</summary>
      <ul>
        {versions.map(({ id, heldAt, heldByName, weights }) => (
          <li key={id} className="k-s13">
            {heldAt && <Moment at={heldAt} />} {heldByName} · {word('matchGrade.likely')} {weights.likely} ·{' '}
            {word('matchGrade.possible')} {weights.possible}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Editor({ matching }: { readonly matching: { weights: Weights; shipped: Weights; versions: MatchTrial[] } }) {
  const word = useCustomerWords();
  const [weights, setWeights] = useState(matching.weights);
  const act = useAct(tryMatching, { invalidates: [getMatching] });
  return (
    <Card title={word('customers.weights.title')}>
      <div className="k-stack">
        <p className="k-t2">{word('customers.weights.note')}</p>
        <WeightsTable weights={weights} onChange={setWeights} />
        <ProblemNotice error={act.error} />
        <div className="k-row k-wrap">
          <Button kind="accent" busy={act.busy} onClick={() => act.press({ body: weights })}>
            {word('customers.weights.try')}
          </Button>
          <Button kind="quiet" onClick={() => setWeights(matching.shipped)}>
            {word('customers.weights.shipped')}
          </Button>
        </div>
        <Versions versions={matching.versions} />
      </div>
    </Card>
  );
}

/** Points of each field, tried on what there is before they hold. */
export function MatchWeights() {
  const found = useOperation(getMatching, {});
  if (found.isError && !found.data) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton shape="rows" count={6} />;
  const { trial, ...matching } = found.data;
  return (
    <>
      <Editor key={matching.versions[0]?.id ?? 'shipped'} matching={matching} />
      {trial && <TrialCard key={trial.id} id={trial.id} />}
    </>
  );
}
