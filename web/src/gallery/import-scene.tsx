import { useState } from 'react';
import { Button } from '../kit/button/index.ts';
import {
  FileDrop,
  ImportCounts,
  ImportProgress,
  type ImportStep,
  ImportWizard,
  MappingTable,
} from '../kit/import/index.ts';
import { Page } from '../kit/page/index.ts';

const columns = [
  { header: 'Prospect ID', samples: ['7927b2df', '2a272436'] },
  { header: 'Lead Source', samples: ['Olark Chat', 'Organic Search'] },
  { header: 'Company', samples: ['无锡澄禾新材', ''] },
];
const targets = [
  { key: 'companyName', label: '客户名称' },
  { key: 'source', label: '来源', required: true },
  { key: 'externalId', label: '外部编号' },
];

export function ImportScene() {
  const [file, setFile] = useState<File>();
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({ 'Lead Source': 'source' });
  const next = <Button kind="primary">下一步</Button>;
  const steps: readonly [ImportStep, React.ReactNode][] = [
    [0, <FileDrop key="f" accept=".csv,.xlsx" kinds="CSV、XLSX" size="20 MB" file={file} onFile={setFile} />],
    [1, <MappingTable key="m" columns={columns} targets={targets} value={mapping} onChange={setMapping} />],
    [3, <ImportProgress key="p" done={2340} total={6464} />],
    [
      4,
      <ImportCounts
        key="c"
        counts={[
          { label: '新建', value: '6,435' },
          { label: '合并', value: '0' },
          { label: '重复', value: '0' },
          { label: '待对来源', value: '29', late: true },
          { label: '退回', value: '0' },
        ]}
      />,
    ],
  ];
  return (
    <Page title="导入线索">
      <div className="k-stack">
        {steps.map(([step, content]) => (
          <ImportWizard key={step} step={step} foot={next}>
            {content}
          </ImportWizard>
        ))}
      </div>
    </Page>
  );
}
