import type { zh } from './zh.ts';

/** Words of the browser kernel in English: failures and wrong fields. */
export const en = {
  'failure.offline': 'The server could not be reached',
  'failure.offline.hint': 'Check the network and try again. What you typed is still here.',
  'failure.fault': 'Something went wrong on our side',
  'failure.fault.hint': 'It was recorded. Try again later, or tell an administrator the reference.',
  'failure.too_many.hint': 'Try again in {seconds} {seconds, second|seconds}.',
  'failure.signed_out': 'Your session has ended; sign in again',
  'failure.screen': 'This page did not open',
  'failure.screen.hint': 'There may be a new version. Reload the page.',
  'field.invalid_type': 'Fill this in',
  'field.too_small': 'Too short or too small',
  'field.too_big': 'Too long or too large',
  'field.invalid_format': 'Not in the right form',
  'field.invalid_value': 'Choose from the list',
  'field.invalid_union': 'Not valid',
  'field.not_multiple_of': 'Too many decimals',
  'field.unknown_field': 'Cannot be given',
  'field.text_not_well_formed': 'Contains characters that cannot be kept',
  'field.date_out_of_range': 'Date out of range',
  'kernel.export': 'Export',
  'kernel.behalf': '{by} (for {behalfOf})',
} as const satisfies Record<keyof typeof zh, string>;
