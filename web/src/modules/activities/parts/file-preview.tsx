import { type AttachmentView, previewAttachment } from '@dealtrail/protocol/attachments';
import { useEffect, useState } from 'react';
import { fetchFile, ProblemError } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Skeleton } from '../../../kit/states/index.ts';
import './record-lists.css';

const WIDTH = 880;

/** A picture over the page. It is fetched as the signed-in person and drawn from memory, never linked. */
export function FilePreview({ file, onClose }: { readonly file: AttachmentView; readonly onClose: () => void }) {
  const [address, setAddress] = useState<string>();
  const [error, setError] = useState<ProblemError>();
  useEffect(() => {
    let made: string | undefined;
    let left = false;
    fetchFile(previewAttachment, { params: { id: file.id } }).then(
      ({ blob }) => {
        if (left) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      },
      (cause: unknown) => {
        if (cause instanceof ProblemError) setError(cause);
        else throw cause;
      },
    );
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [file.id]);
  return (
    <Dialog open title={file.name} width={WIDTH} onClose={onClose}>
      {error ? (
        <ProblemState error={error} />
      ) : address ? (
        <img className="file-picture" src={address} alt={file.name} />
      ) : (
        <Skeleton count={6} />
      )}
    </Dialog>
  );
}
