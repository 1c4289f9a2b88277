import { useState } from 'react';
import { useAddressParam, useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { TransferList, TransferSheet, useTransferWords } from '../../../kernel/transfers/index.ts';
import { Segmented } from '../../../kit/button/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { ExportLimits } from '../parts/export-limits.tsx';

/** Imports and exports: the own ones, or everybody's for who may read the audit; an address of one opens it. */
export function Transfers() {
  const asked = useAddressParam('id');
  return <Centre key={asked} asked={asked} />;
}

function Centre({ asked }: { readonly asked: string }) {
  const word = useTransferWords();
  const may = useMay();
  const go = useGo();
  const [looked, setLooked] = useState(asked);
  const [search, change] = useAddressSearch();
  const whose = may('audit.read') && search['whose'] === 'everyone' ? 'everyone' : 'mine';
  const beside = may('audit.read') && (
    <Segmented
      label={word('transfers.whose')}
      value={whose}
      onChange={(next) => change({ whose: next === 'mine' ? undefined : next })}
      choices={(['mine', 'everyone'] as const).map((value) => ({ value, word: word(`transfers.${value}`) }))}
    />
  );
  return (
    <Page title={word('transfers.title')} beside={beside || undefined}>
      <div className="k-stack">
        <TransferList key={whose} whose={whose} onLook={setLooked} />
        {looked && <TransferSheet id={looked} onClose={() => (asked ? go('/transfers', true) : setLooked(''))} />}
        {may('organization.manage') && whose === 'everyone' && <ExportLimits />}
      </div>
    </Page>
  );
}
