import { TextDecoder } from 'node:util';
import { SheetRefused } from '../sheet.ts';
import type { ZipEntry } from './zip-directory.ts';
import { inflateEntry } from './zip-entry.ts';
import { createXmlScanner, type XmlListener } from './xml-scanner.ts';

/** A workbook as an archive: its bytes and its directory. */
export type Archive = { bytes: Buffer; entries: Map<string, ZipEntry> };

/** Reads one XML part through the listener, yielding after every piece so that the caller can hand on what it heard. */
export async function* readPart(archive: Archive, name: string, listener: XmlListener): AsyncGenerator<void> {
  const entry = archive.entries.get(name);
  if (!entry) throw new SheetRefused('broken', { reason: 'part_missing', part: name.slice(0, 100) });
  const scanner = createXmlScanner(listener);
  let decoder: TextDecoder | undefined;
  for await (const chunk of inflateEntry(archive.bytes, entry)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    scanner.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  scanner.end();
}

/** Reads one XML part to its end. */
export async function readWholePart(archive: Archive, name: string, listener: XmlListener): Promise<void> {
  for await (const _ of readPart(archive, name, listener));
}

function encodingOf(chunk: Buffer): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8';
}
