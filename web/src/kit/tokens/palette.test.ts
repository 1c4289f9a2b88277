import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dark, light, type Palette } from './palette.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('[data-theme="dark"]');

function inCss(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

test.each([
  ['light', light, lightCss],
  ['dark', dark, darkCss],
] as const)('antd and the stylesheet paint the %s theme with the same colours', (_name, palette: Palette, block) => {
  const found = inCss(block);
  for (const [name, colour] of Object.entries(palette)) expect([name, found.get(name)]).toEqual([name, colour]);
});

test.each([
  ['light', light],
  ['dark', dark],
] as const)('every text of the %s theme can be read on every surface it stands on', (_name, palette: Palette) => {
  for (const surface of ['bg-layout', 'bg-surface', 'bg-raised', 'bg-sunken', 'bg-hover', 'bg-selected'] as const)
    for (const ink of ['text', 'text-2', 'accent'] as const)
      expect(contrast(palette[ink], palette[surface])).toBeGreaterThanOrEqual(4.5);
  for (const surface of ['bg-layout', 'bg-surface', 'bg-sunken', 'bg-raised'] as const)
    expect(contrast(palette['text-3'], palette[surface])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.late, palette['late-bg'])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.soon, palette['soon-bg'])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette['on-accent'], palette.accent)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette['line-control'], palette['bg-surface'])).toBeGreaterThanOrEqual(3);
});
