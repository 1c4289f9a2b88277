import { type AttachmentView, downloadAttachment, uploadAttachment } from '@dealtrail/protocol/attachments';
import { useState } from 'react';
import { fetchFile, ProblemError, saveFile, useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useFiles } from '../queries.ts';
import { fileSize } from '../file-size.ts';
import { useActivityWords } from './words.ts';
import './record-lists.css';

function FileLine({ file }: { readonly file: AttachmentView }) {
  const word = useActivityWords();
  const [error, setError] = useState<ProblemError | null>(null);
  const download = async () => {
    setError(null);
    try {
      const { blob, name } = await fetchFile(downloadAttachment, { params: { id: file.id } });
      saveFile(blob, name ?? file.name);
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      setError(cause);
    }
  };
  return (
    <li>
      <Icon name="document" />
      <div className="k-grow">
        <button
          type="button"
          className="file-name"
          aria-label={word('activities.file.download', { name: file.name })}
          onClick={() => void download()}
        >
          {file.name}
        </button>
        <div className="k-s12 k-t3">
          <Facts>
            {fileSize(file.bytes)}
            {file.addedBy}
            <Moment at={file.addedAt} />
          </Facts>
        </div>
        <ProblemNotice error={error} />
      </div>
    </li>
  );
}

function Upload({ recordId }: { readonly recordId: string }) {
  const word = useActivityWords();
  const act = useAct(uploadAttachment, { invalidates: ['attachments.*', 'activities.*'] });
  const send = (file: File | undefined) => {
    if (!file) return;
    const form = new FormData();
    form.set('file', file, file.name);
    act.press({ params: { id: recordId } }, form);
  };
  return (
    <div className="k-stack">
      <label className="upload">
        <Icon name="upload" />
        {act.busy ? word('activities.file.busy', { name: '' }) : word('activities.file.upload')}
        <input
          type="file"
          className="k-hidden-words"
          disabled={act.busy}
          onChange={(event) => {
            send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <ProblemNotice error={act.error} />
    </div>
  );
}

/** The files of a record: download each, add one. */
export function RecordFiles({ recordId, mayAdd }: { readonly recordId: string; readonly mayAdd: boolean }) {
  const word = useActivityWords();
  const found = useFiles(recordId);
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton count={2} />;
  return (
    <div className="k-stack">
      {found.data.items.length > 0 ? (
        <ul className="record-files">
          {found.data.items.map((file) => (
            <FileLine key={file.id} file={file} />
          ))}
        </ul>
      ) : (
        <p className="k-t3">{word('activities.file.none')}</p>
      )}
      {mayAdd && <Upload recordId={recordId} />}
    </div>
  );
}
