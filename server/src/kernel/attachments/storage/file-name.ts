const longestBytes = 200;
const longestEndingBytes = 20;
// Directional marks turn gpj.exe into exe.jpg on screen; zero-width characters hide.
const invisible = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const windowsDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Makes a foreign file name safe to store, show and save on any system: last part of a path, no control, directional or
 * reserved characters, no leading dot, at most 200 bytes with its ending kept. Never empty.
 */
export function safeFileName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const bare = last
    .replace(invisible, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (bare === '') return 'file';
  return shortened(windowsDevice.test(bare) ? `_${bare}` : bare);
}

/** The Content-Disposition header that makes a browser save a file under its name, Chinese names included (RFC 6266). */
export function contentDisposition(name: string): string {
  const safe = safeFileName(name);
  const ascii = safe.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\%;]/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= longestBytes) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && Buffer.byteLength(name.slice(dot)) <= longestEndingBytes ? name.slice(dot) : '';
  let stem = '';
  let room = longestBytes - Buffer.byteLength(ending);
  for (const char of name.slice(0, name.length - ending.length)) {
    room -= Buffer.byteLength(char);
    if (room < 0) break;
    stem += char;
  }
  return stem.replace(/[.\s]+$/, '') + ending;
}
