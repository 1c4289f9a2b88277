/** A multipart form as a script sends it. */
export function form(parts: { file?: Buffer | string; name?: string; fields?: Record<string, string> }): {
  payload: Buffer;
  headers: Record<string, string>;
} {
  const boundary = 'form-boundary';
  const pieces: Buffer[] = [];
  for (const [field, text] of Object.entries(parts.fields ?? {})) {
    pieces.push(Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${text}\r\n`));
  }
  if (parts.file !== undefined) {
    pieces.push(
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${parts.name ?? 'file.csv'}"\r\ncontent-type: text/csv\r\n\r\n`,
      ),
      Buffer.from(parts.file),
      Buffer.from('\r\n'),
    );
  }
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  return { payload: Buffer.concat(pieces), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
