import { Readable } from 'node:stream';
import { FileRefused, type StoredFile } from '../attachments/storage/index.ts';
import { problem } from '../http/problem.ts';
import { type Cell, csvText, xlsxStream } from '../sheets/index.ts';
import { fill, minuteIn } from './rules/file-facts.ts';
import { chosenColumns, type ExportWork, rowsFor } from './read-rows.ts';

/** No sheet of text comes near; it keeps a runaway from filling the disk. */
const LIMIT_BYTES = 2 * 1024 ** 3;

type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string;

function wordsFor({ row, services }: ExportWork): Words {
  const sentences = services.registry.messages[row.locale];
  return (key, params = {}) => fill(sentences[key] ?? key, params);
}

function momentOf({ row, actor }: ExportWork): string {
  return minuteIn(row.createdAt, actor.organization.zone);
}

/** Who took the rows out, when, and from where: in every file, in words. */
function markOf(work: ExportWork, word: Words): string {
  const { name, organization } = work.actor;
  return word('exports.mark', { by: name, at: momentOf(work), organization: organization.name });
}

async function* headed(work: ExportWork): AsyncGenerator<Cell[]> {
  yield chosenColumns(work).map(({ heading }) => heading[work.row.locale]);
  yield* rowsFor(work);
}

async function* markedText(work: ExportWork): AsyncGenerator<Cell[]> {
  yield [markOf(work, wordsFor(work))];
  yield* headed(work);
}

/** The sheet beside the rows. It is written after them, so it knows how many there are. */
async function* aboutSheet(work: ExportWork): AsyncGenerator<Cell[]> {
  const { row, actor, met } = work;
  const word = wordsFor(work);
  const none = word('exports.about.none');
  yield [word('exports.about'), ''];
  yield [word('exports.about.organization'), actor.organization.name];
  yield [word('exports.about.by'), `${actor.name} ${actor.email}`];
  yield [word('exports.about.at'), momentOf(work)];
  yield [word('exports.about.rows'), met.ids.length];
  yield [word('exports.about.filter'), row.filter ?? none];
  yield [word('exports.about.search'), row.q ?? none];
  yield [word('exports.about.contacts'), word(`exports.about.contacts.${row.clear ? 'clear' : 'masked'}`)];
  if (row.reason !== null) yield [word('exports.about.reason'), row.reason];
  yield [word('exports.about.note'), word('exports.about.note.text')];
}

function piecesOf(work: ExportWork): AsyncGenerator<Buffer | string> {
  if (work.row.format === 'csv') return csvText(markedText(work));
  const { row, kind, actor } = work;
  const word = wordsFor(work);
  const title = kind.title[row.locale];
  return xlsxStream({
    sheets: [
      { name: title, rows: headed(work) },
      { name: word('exports.about'), rows: aboutSheet(work) },
    ],
    made: { by: `${actor.name} ${actor.email}`, at: row.createdAt, title },
    foot: markOf(work, word),
  });
}

/** Writes the file as its rows come and keeps it; until the export is marked done nobody is offered it. */
export async function writeExport(work: ExportWork): Promise<StoredFile> {
  const { actor, services } = work;
  try {
    return await services.storage.putFile(Readable.from(piecesOf(work)), {
      orgId: actor.orgId,
      limitBytes: LIMIT_BYTES,
    });
  } catch (error) {
    if (error instanceof FileRefused && error.code === 'storage_full') throw problem('storage_full');
    throw error;
  }
}
