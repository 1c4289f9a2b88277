import { uploadAttachment } from '@dealtrail/protocol/attachments';
import { useState } from 'react';
import { useAct } from '../../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { IconButton } from '../../../../kit/button/index.ts';
import { Icon } from '../../../../kit/icon/index.ts';
import { usePhone } from '../../../../kit/provider/index.ts';
import { useActivityWords } from '../words.ts';

/** A file already kept on the record, to be named by the follow-up. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

interface FollowUpFilesProps {
  readonly recordId: string;
  readonly files: readonly KeptFile[];
  readonly onChange: (files: readonly KeptFile[]) => void;
}

function Picker({
  word,
  icon,
  camera,
  onFile,
}: {
  readonly word: string;
  readonly icon: 'paperclip' | 'camera';
  readonly camera: boolean;
  readonly onFile: (file: File) => void;
}) {
  return (
    <label>
      <Icon name={icon} />
      {word}
      <input
        type="file"
        className="k-hidden-words"
        {...(camera ? { accept: 'image/*', capture: 'environment' as const } : {})}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}

/** Files and photos of a follow-up; each is kept on the record as soon as it is chosen. */
export function FollowUpFiles({ recordId, files, onChange }: FollowUpFilesProps) {
  const word = useActivityWords();
  const phone = usePhone();
  const act = useAct(uploadAttachment);
  const [sending, setSending] = useState<string>();
  const send = async (file: File) => {
    const form = new FormData();
    form.set('file', file, file.name);
    setSending(file.name);
    try {
      const kept = await act.run({ params: { id: recordId } }, form);
      onChange([...files, { id: kept.id, name: kept.name }]);
    } catch {
      // Said below; the follow-up itself goes on without the file.
    } finally {
      setSending(undefined);
    }
  };
  return (
    <>
      {phone && <Picker word={word('activities.file.photo')} icon="camera" camera onFile={(file) => void send(file)} />}
      <Picker word={word('activities.file.add')} icon="paperclip" camera={false} onFile={(file) => void send(file)} />
      {(files.length > 0 || sending) && (
        <ul className="files">
          {files.map((file) => (
            <li key={file.id}>
              <Icon name="document" size={14} />
              {file.name}
              <IconButton
                small
                icon="close"
                label={word('activities.file.remove', { name: file.name })}
                onClick={() => onChange(files.filter((each) => each.id !== file.id))}
              />
            </li>
          ))}
          {sending && <li role="status">{word('activities.file.busy', { name: sending })}</li>}
        </ul>
      )}
      <ProblemNotice error={act.error} />
    </>
  );
}
