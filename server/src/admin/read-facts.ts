import { Password } from '@dealtrail/protocol/auth';
import { Text } from '@dealtrail/protocol/kernel';
import { RoleKey } from '@dealtrail/protocol/organization';
import { z } from 'zod';
import { type Console, type Given, needed, UsageRefused } from './command.ts';

const Email = z.email().toLowerCase().max(254);

function read<Value>(schema: z.ZodType<Value>, text: string, otherwise: string): Value {
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new UsageRefused(otherwise);
  return parsed.data;
}

/** An e-mail address, in small letters. */
export function emailFrom(given: Given): string {
  const text = needed(given, 'email');
  return read(Email, text, `--email must be an address such as zhang@example.com, not "${text}".`);
}

/** A name of 1 to 80 characters. */
export function nameFrom(given: Given, option = 'name'): string {
  return read(Text(80), needed(given, option), `--${option} must have 1 to 80 characters.`);
}

/** The roles a member gets. */
export function rolesFrom({ values }: Given): RoleKey[] {
  const roles = Array.isArray(values.role) ? values.role : [];
  if (roles.length === 0) throw new UsageRefused('--role is missing.');
  return [...new Set(roles)].map((role) =>
    read(RoleKey, role, `There is no role "${role}". There are: ${RoleKey.options.join(', ')}.`),
  );
}

/** The first line of the standard input. A password never stands on the command line, where every process can read it. */
export async function passwordFrom(given: Given, { input }: Console): Promise<string> {
  if (given.values['password-stdin'] !== true)
    throw new UsageRefused('--password-stdin is missing: the password is read from the standard input.');
  let text = '';
  for await (const piece of input) {
    text += String(piece);
    if (text.includes('\n') || text.length > 1_000) break;
  }
  const [line = ''] = text.split(/\r?\n/);
  return read(Password, line, 'The password on the standard input must have 10 to 128 characters.');
}
