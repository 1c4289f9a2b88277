import type { z } from 'zod';
import { fieldClassOf } from '../db/index.ts';
import type { RecordKind } from '../house/module.ts';
import type { ChangeRow } from './present-changes.ts';

/** Why a value cannot be put back. */
export type RestoreRefusal = 'value_masked' | 'value_computed';

/** Fields a person changes through the object's own update verb. */
function editable(kind: RecordKind): ReadonlySet<string> {
  const body = kind.editing?.update.operation.body as { readonly shape?: Record<string, z.ZodType> } | undefined;
  return new Set(Object.keys(body?.shape ?? {}).filter((name) => name !== 'version'));
}

/** What forbids putting a field back to its value before this change; undefined when the update verb may be asked. */
export function restoreRefusal(kind: RecordKind, change: ChangeRow, field: string): RestoreRefusal | undefined {
  const { tableName, recordId, changes } = change;
  if (kind.editing?.table !== tableName || recordId === null || !(field in changes)) return 'value_computed';
  if (fieldClassOf(tableName, field) !== 'public') return 'value_masked';
  return editable(kind).has(field) ? undefined : 'value_computed';
}

/** The fields of a change that can be put back. A record's first values have nothing before them. */
export function restorableFields(kind: RecordKind, change: ChangeRow): string[] {
  const fields = Object.keys(change.changes);
  const isFirst = fields.every((field) => change.changes[field]?.before === null) && fields.length > 3;
  return isFirst ? [] : fields.filter((field) => restoreRefusal(kind, change, field) === undefined);
}
