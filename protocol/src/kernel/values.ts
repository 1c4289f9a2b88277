import { z } from 'zod';

const wellFormed = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** Trimmed text of 1 to `max` characters; NUL and lone surrogates are refused because PostgreSQL cannot keep them. */
export const Text = (max: number) =>
  z.string().trim().min(1).max(max).refine(wellFormed, { error: 'text_not_well_formed' });

/** Text that may be left empty; an empty value means "not given" and is stored as null. */
export const OptionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(wellFormed, { error: 'text_not_well_formed' })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .optional();

/** A record's id as a caller sends it: a UUID in canonical lower case. */
export const Id = z.uuid().toLowerCase();

/** A calendar date yyyy-mm-dd in the organisation's zone, years 1900 to 2199. */
export const Day = z.iso
  .date()
  .refine((day) => day >= '1900-01-01' && day <= '2199-12-31', { error: 'date_out_of_range' });

/** An RFC 3339 instant with an offset. */
export const Instant = z.iso.datetime({ offset: true });

/** Money in minor units (分), an exact integer up to ±9e15, the bound of the database's CHECK. */
export const MoneyMinor = z.int().min(0).max(9_000_000_000_000_000);

/** ISO 4217 codes the product accepts. */
export const Currency = z.enum(['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'SGD', 'TWD']);
export type Currency = z.infer<typeof Currency>;

/** The version a caller saw; an edit against an older one answers 409 with the current record. */
export const Version = z.int().min(1).max(2_147_483_647);

/** Path parameter of a record. */
export const ById = z.strictObject({ id: Id });

/** A reason or explanation: a message key with its parameters, shown in the reader's language. */
export const Why = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type Why = z.infer<typeof Why>;

/** In answers ids and instants are guaranteed by the database, so their shape is not checked again. */
export const OutId = z.string();
export const OutInstant = z.string();
export const OutDay = z.string();
