import { listExportLimits, saveExportLimit } from '@dealtrail/protocol/exports';
import { listRoles } from '@dealtrail/protocol/organization';
import { InputNumber } from 'antd';
import { useState } from 'react';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { formatCount } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useRoleName } from '../../../modules/organization/index.ts';
import type { zh } from '../messages/zh.ts';

function Limit({
  roleKey,
  name,
  rows,
}: {
  readonly roleKey: string;
  readonly name: string;
  readonly rows: number | null;
}) {
  const word = useWords<keyof typeof zh>();
  const [typed, setTyped] = useState(rows);
  const save = useAct(saveExportLimit, { invalidates: [listExportLimits] });
  const keep = () => {
    if (typed !== rows) save.press({ body: { roleKey, rowsADay: typed } });
  };
  return (
    <li>
      <span className="body">{name}</span>
      <InputNumber
        aria-label={word('limits.of', { role: name })}
        min={0}
        max={1_000_000}
        precision={0}
        value={typed}
        onChange={setTyped}
        onBlur={keep}
        onPressEnter={keep}
      />
      <ProblemNotice error={save.error} />
    </li>
  );
}

/** How many rows a member of each role may take out in a day. */
export function ExportLimits() {
  const word = useWords<keyof typeof zh>();
  const roleName = useRoleName();
  const { language } = useKit();
  const roles = useOperation(listRoles, {}).data?.items;
  const limits = useOperation(listExportLimits, {}).data;
  if (!roles || !limits) return <Skeleton count={3} />;
  const rowsOf = new Map(limits.items.map(({ roleKey, rowsADay }) => [roleKey, rowsADay]));
  return (
    <Card title={word('limits.title')} flush>
      <p className="k-t2 k-s13 transfer-note">{word('limits.note', { usual: formatCount(limits.usual, language) })}</p>
      <ul className="transfer-list">
        {roles.map(({ key, name }) => (
          <Limit
            key={`${key} ${rowsOf.get(key) ?? ''}`}
            roleKey={key}
            name={roleName(key, name)}
            rows={rowsOf.get(key) ?? null}
          />
        ))}
      </ul>
    </Card>
  );
}
