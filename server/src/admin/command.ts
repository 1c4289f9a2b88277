import type { ParseArgsConfig } from 'node:util';
import type { Services } from '../kernel/house/services.ts';

/** Where a command reads from and speaks to: JSON on `out`, words for people on `err`. */
export interface Console {
  readonly input: AsyncIterable<Buffer | string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** What stood on the command line, checked against the command's options. */
export interface Given {
  readonly values: Readonly<Record<string, string | boolean | string[] | undefined>>;
  readonly positionals: readonly string[];
}

/** One thing an operator can do; the result is printed as one line of JSON. */
export interface Command {
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Names of what follows the options, all needed. */
  readonly positionals?: readonly string[];
  run(context: { services: Services; given: Given; console: Console }): Promise<Outcome>;
}

/** What a command did; `failed` makes the exit code 1 although there is something to print. */
export interface Outcome {
  readonly result: unknown;
  readonly failed?: boolean;
}

/** The command line cannot be understood: exit code 2, with what to write instead. */
export class UsageRefused extends Error {}

/** The command was understood and cannot be done: exit code 1, with what to do about it. */
export class CommandRefused extends Error {}

/** The text of an option that must be there. */
export function needed({ values }: Given, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value.trim() === '') throw new UsageRefused(`--${name} is missing.`);
  return value.trim();
}

/** The text of an option that may be left out. */
export function offered({ values }: Given, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : undefined;
}
