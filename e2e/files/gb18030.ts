let bytesOf: Map<string, readonly [number, number]> | undefined;

/** Every two-byte letter of GB18030 with its bytes, read off the decoder that comes with the machine. */
function twoByteLetters(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== '\ufffd') found.set(letter, [lead, trail]);
    }
  }
  return found;
}

/** A text as Excel on a Chinese Windows saves it. Letters outside ASCII and GBK throw. */
export function gb18030(text: string): Buffer {
  bytesOf ??= twoByteLetters();
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const pair = bytesOf.get(letter);
    if (code < 0x80) bytes.push(code);
    else if (pair) bytes.push(...pair);
    else throw new Error(`GBK has no ${letter}`);
  }
  return Buffer.from(bytes);
}
