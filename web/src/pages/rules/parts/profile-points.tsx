import { InputNumber } from 'antd';
import { useId } from 'react';
import { Card } from '../../../kit/card/index.ts';
import { useRuleWords } from './words.ts';

type Points = Readonly<Record<string, unknown>>;

interface ProfilePointsProps {
  readonly points: Points;
  readonly locked: boolean;
  readonly onChange: (points: Points) => void;
}

/** From how many points on a lead is of high and of medium priority. */
export function ProfilePoints({ points, locked, onChange }: ProfilePointsProps) {
  const word = useRuleWords();
  const id = useId();
  const input = (name: 'high' | 'medium') => (
    <label className="k-row" htmlFor={`${id}${name}`}>
      <span>{word(`rules.points.${name}`)}</span>
      <InputNumber
        id={`${id}${name}`}
        min={1}
        max={40}
        precision={0}
        disabled={locked}
        value={Number(points[name] ?? 1)}
        onChange={(value) => value !== null && onChange({ ...points, [name]: value })}
      />
      <span>{word('rules.points.unit')}</span>
    </label>
  );
  return (
    <Card title={word('rules.points.title')} note={word('rules.points.note')}>
      <div className="k-row k-wrap rule-points">
        {input('high')}
        {input('medium')}
        <span className="k-t3">{word('rules.points.rest')}</span>
      </div>
    </Card>
  );
}
