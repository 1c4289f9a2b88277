import { useAddressSearch } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { TransferList, useTransferWords } from '../../../kernel/transfers/index.ts';
import { Segmented } from '../../../kit/button/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { ExportLimits } from '../parts/export-limits.tsx';

/** Imports and exports: the own ones, or everybody's for who may read the audit. */
export function Transfers() {
  const word = useTransferWords();
  const may = useMay();
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
        <TransferList key={whose} whose={whose} />
        {may('organization.manage') && whose === 'everyone' && <ExportLimits />}
      </div>
    </Page>
  );
}
