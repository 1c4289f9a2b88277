import { type AttachmentView, downloadAttachment, listAttachments } from '@dealtrail/protocol/attachments';
import { useRef, useState } from 'react';
import { fetchFile, ProblemError, useOperation } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useUpload } from '../actions/use-upload.ts';
import { fileSize } from '../file-size.ts';
import type { zh } from '../messages/zh.ts';
import './record-files.css';

type Key = keyof typeof zh;

async function save(file: AttachmentView): Promise<void> {
  const { blob, name } = await fetchFile(downloadAttachment, { params: { id: file.id } });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name ?? file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function FileLine({
  file,
  onRefused,
}: {
  readonly file: AttachmentView;
  readonly onRefused: (error: ProblemError | null) => void;
}) {
  const word = useWords<Key>();
  const fetchIt = () => {
    onRefused(null);
    save(file).catch((error: unknown) => onRefused(error instanceof ProblemError ? error : null));
  };
  return (
    <li>
      <Icon name="document" />
      <div className="k-grow">
        <button type="button" aria-label={word('activities.files.download', { name: file.name })} onClick={fetchIt}>
          {file.name}
        </button>
        <div className="k-s12 k-t3">
          <Facts>
            <span key="size">{fileSize(file.bytes)}</span>
            {file.addedBy && <span key="by">{file.addedBy}</span>}
            <Moment key="at" at={file.addedAt} ago />
          </Facts>
        </div>
      </div>
    </li>
  );
}

interface RecordFilesProps {
  readonly recordId: string;
  /** Whether this member may add files: the record's `abilities` say. */
  readonly mayAdd: boolean;
}

/** The files of a record, to open and to add. */
export function RecordFiles({ recordId, mayAdd }: RecordFilesProps) {
  const word = useWords<Key>();
  const input = useRef<HTMLInputElement>(null);
  const files = useOperation(listAttachments, { params: { id: recordId } });
  const { add, adding, error } = useUpload(recordId);
  const [refused, setRefused] = useState<ProblemError | null>(null);
  const items = files.data?.items ?? [];
  const act = mayAdd && (
    <Button kind="link" small icon="upload" busy={adding !== undefined} onClick={() => input.current?.click()}>
      {word('activities.files.add')}
    </Button>
  );
  return (
    <Card title={word('activities.files')} note={act}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <ProblemNotice error={error ?? refused} />
      {files.isError && <ProblemState error={files.error} onRetry={() => void files.refetch()} />}
      {files.isPending && <Skeleton count={2} />}
      {files.data && items.length === 0 && !adding && (
        <p className="k-s13 k-t3">
          {word('activities.files.none')}
          {mayAdd && <span className="k-s12"> {word('activities.files.hint')}</span>}
        </p>
      )}
      <ul className="act-files">
        {items.map((file) => (
          <FileLine key={file.id} file={file} onRefused={setRefused} />
        ))}
      </ul>
      {adding && (
        <p className="k-s12 k-t3" role="status">
          {word('activities.files.adding', { name: adding })}
        </p>
      )}
    </Card>
  );
}
