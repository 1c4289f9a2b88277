const UUID_BYTES = 16;

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The name of a form in public addresses: organisation and form in 43 letters, no secret. */
export function formKey(orgId: string, formId: string): string {
  return Buffer.concat([bytesOf(orgId), bytesOf(formId)]).toString('base64url');
}

/** The organisation and form a public name means; undefined when it is no such name. */
export function readFormKey(key: string): { orgId: string; formId: string } | undefined {
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length !== 2 * UUID_BYTES || bytes.toString('base64url') !== key) return undefined;
  return { orgId: uuidOf(bytes.subarray(0, UUID_BYTES)), formId: uuidOf(bytes.subarray(UUID_BYTES)) };
}
