import { exportOptions, type ExportView, startExport } from '@dealtrail/protocol/exports';
import { useState } from 'react';
import { Dialog } from '../../kit/dialog/index.tsx';
import { useKit } from '../../kit/provider/index.ts';
import { Skeleton } from '../../kit/states/index.ts';
import { useAct, useOperation } from '../client/index.ts';
import { ProblemState } from '../states/index.ts';
import type { Exported } from './exported.ts';
import { ExportCourse } from './export-course.tsx';
import { ExportForm } from './export-form.tsx';
import { useTransferWords } from './words.ts';

/** The window of an export: what leaves and how, then how it goes. It goes on when the window is closed. */
export function ExportDialog({ of, onClose }: { readonly of: Exported; readonly onClose: () => void }) {
  const word = useTransferWords();
  // What was seen when the window opened is what leaves.
  const [chosen] = useState(of);
  const [started, setStarted] = useState<ExportView>();
  const { kind, filter, q } = chosen;
  const asked = { kind, filter, q: q || undefined };
  const options = useOperation(exportOptions, { query: asked }, { freshFor: 0 });
  const act = useAct(startExport, { invalidates: ['transfers.*'], onDone: setStarted });
  const { language } = useKit();
  const what = options.data?.title[language === 'zh-CN' ? 'zh' : 'en'] ?? '';
  const title = word('export.title', { what });
  return (
    <Dialog open title={title} onClose={onClose} width={560}>
      {started ? (
        <ExportCourse started={started} onClose={onClose} />
      ) : options.isError ? (
        <ProblemState error={options.error} onRetry={() => void options.refetch()} />
      ) : options.data ? (
        <ExportForm of={chosen} options={options.data} act={act} onCancel={onClose} />
      ) : (
        <Skeleton count={4} />
      )}
    </Dialog>
  );
}
