import type { ReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { type ByteRange, openFile, verifyFile } from './open-file.ts';
import { putFile, type StoredFile } from './put-file.ts';
import { type Swept, sweepOrphans } from './sweep-orphans.ts';

export { contentDisposition, safeFileName } from './file-name.ts';
export { type ByteRange, FileLost, rangeOf } from './open-file.ts';
export { FileRefused, type StoredFile } from './put-file.ts';

/** The content store on local disk: files of an organisation under the hash of their content, written once, never changed. */
export type Storage = {
  /** Keeps a stream for good. Throws FileRefused, or the stream's error; then nothing stays. */
  putFile(stream: Readable, options: { orgId: string; limitBytes: number }): Promise<StoredFile>;
  /** Opens content or a range of it. Throws FileLost. */
  openFile(orgId: string, sha256: string, range?: ByteRange): Promise<{ stream: ReadStream; bytes: number }>;
  /** Reads content through and compares it with its hash. */
  verifyFile(orgId: string, sha256: string): Promise<'sound' | 'damaged' | 'missing'>;
  /** Removes content older than `olderThan` that no row names. */
  sweepOrphans(orgId: string, isKnown: (sha256s: string[]) => Promise<Set<string>>, olderThan: Date): Promise<Swept>;
};

/** Opens the store under a folder, which is made with the first file. */
export function openStorage(root: string): Storage {
  return {
    putFile: (stream, options) => putFile(root, stream, options),
    openFile: (orgId, sha256, range) => openFile(root, orgId, sha256, range),
    verifyFile: (orgId, sha256) => verifyFile(root, orgId, sha256),
    sweepOrphans: (orgId, isKnown, olderThan) => sweepOrphans(root, orgId, isKnown, olderThan),
  };
}
