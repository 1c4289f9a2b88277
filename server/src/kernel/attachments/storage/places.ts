import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const sha256Hex = /^[0-9a-f]{64}$/;

/** Folder of one organisation's files. Throws for anything that is no organisation id, so no path can be climbed. */
export function organizationFolder(root: string, orgId: string): string {
  if (!uuid.test(orgId)) throw new Error('an organisation id is a lower-case uuid');
  return join(root, orgId);
}

/** Folder and path of content by its hash: `<org>/<first two digits>/<sha256>`. Throws for anything that is no hash. */
export function contentPlace(root: string, orgId: string, sha256: string): { folder: string; path: string } {
  if (!isContentName(sha256)) throw new Error('content is named by 64 lower-case hex digits');
  const folder = join(organizationFolder(root, orgId), sha256.slice(0, 2));
  return { folder, path: join(folder, sha256) };
}

/** True for the name of stored content, as against anything else that may lie in the folders. */
export function isContentName(name: string): boolean {
  return sha256Hex.test(name);
}

/** Folder where files of one organisation arrive; on the same disk as their place, so that a rename moves them. */
export function incomingFolder(root: string, orgId: string): string {
  return join(organizationFolder(root, orgId), 'incoming');
}

/** A path of its own in the incoming folder. */
export function incomingPath(root: string, orgId: string): string {
  return join(incomingFolder(root, orgId), `${randomUUID()}.part`);
}
