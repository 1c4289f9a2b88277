import {
  type AttachmentView,
  deleteAttachment,
  downloadAttachment,
  previewAttachment,
  uploadAttachment,
} from '@dealtrail/protocol/attachments';
import { useState } from 'react';
import { fetchFile, ProblemError, saveFile, useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Moment } from '../../../kit/formats/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useFiles } from '../queries.ts';
import { fileSize } from '../file-size.ts';
import { FilePreview } from './file-preview.tsx';
import { useActivityWords } from './words.ts';
import './record-lists.css';

function RemoveDialog({ file, onClose }: { readonly file: AttachmentView; readonly onClose: () => void }) {
  const word = useActivityWords();
  const { words } = useKit();
  const act = useAct(deleteAttachment, { invalidates: ['attachments.*', 'activities.*'], onDone: onClose });
  return (
    <Dialog
      open
      title={word('activities.file.delete.title', { name: file.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="danger" busy={act.busy} onClick={() => act.press({ params: { id: file.id } })}>
            {word('activities.file.delete')}
          </Button>
        </>
      }
    >
      <p>{word('activities.file.delete.note')}</p>
      <ProblemNotice error={act.error} />
    </Dialog>
  );
}

/** Downloads a file under its name; a refusal is kept to be shown. */
function useDownload(file: AttachmentView) {
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
  return { download, error };
}

function FileLine({ file }: { readonly file: AttachmentView }) {
  const word = useActivityWords();
  const { download, error } = useDownload(file);
  const [window, setWindow] = useState<'preview' | 'remove'>();
  const isPicture = file.contentType.startsWith('image/');
  const open = `/api/v1${previewAttachment.path.replace(':id', file.id)}`;
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
            {file.versions > 1 && word('activities.file.version', { no: file.versionNo })}
            {file.originalName && word('activities.file.original', { name: file.originalName })}
            {fileSize(file.bytes)}
            {file.addedBy}
            <Moment at={file.addedAt} />
          </Facts>
        </div>
        <ProblemNotice error={error} />
      </div>
      {file.previewable && isPicture && (
        <IconButton
          small
          icon="search"
          label={word('activities.file.preview', { name: file.name })}
          onClick={() => setWindow('preview')}
        />
      )}
      {file.previewable && !isPicture && (
        <a className="file-open" href={open} target="_blank" rel="noopener noreferrer">
          <Icon name="open" label={word('activities.file.preview', { name: file.name })} />
        </a>
      )}
      {file.mayDelete && (
        <IconButton
          small
          icon="trash"
          label={word('activities.file.deleteOf', { name: file.name })}
          onClick={() => setWindow('remove')}
        />
      )}
      {window === 'preview' && <FilePreview file={file} onClose={() => setWindow(undefined)} />}
      {window === 'remove' && <RemoveDialog file={file} onClose={() => setWindow(undefined)} />}
    </li>
  );
}

/** Files of one name: the newest on top, its earlier versions behind a press. */
function Versions({ files }: { readonly files: readonly AttachmentView[] }) {
  const word = useActivityWords();
  const [newest, ...earlier] = files;
  const [shown, setShown] = useState(false);
  if (!newest) return null;
  return (
    <>
      <FileLine file={newest} />
      {earlier.length > 0 && (
        <li className="earlier-files">
          <Button kind="link" small onClick={() => setShown(!shown)}>
            {word(shown ? 'activities.file.versions.hide' : 'activities.file.versions', { count: earlier.length })}
          </Button>
        </li>
      )}
      {shown && earlier.map((file) => <FileLine key={file.id} file={file} />)}
    </>
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

/** The files of a record: look at one, download, add, remove; versions of one name together. */
export function RecordFiles({ recordId, mayAdd }: { readonly recordId: string; readonly mayAdd: boolean }) {
  const word = useActivityWords();
  const found = useFiles(recordId);
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton count={2} />;
  const byName = new Map<string, AttachmentView[]>();
  for (const file of found.data.items) {
    const name = file.name.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  return (
    <div className="k-stack">
      {byName.size > 0 ? (
        <ul className="record-files">
          {[...byName].map(([name, files]) => (
            <Versions key={name} files={files} />
          ))}
        </ul>
      ) : (
        <p className="k-t3">{word('activities.file.none')}</p>
      )}
      {mayAdd && <Upload recordId={recordId} />}
    </div>
  );
}
