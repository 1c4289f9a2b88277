/** The colour of a form that has none of its own: that of our button. */
export const USUAL_ACCENT = '#0b6a62';

/** How bright a part of a colour looks, 0 to 1, by its value 0 to 255 (WCAG 2, relative luminance). */
function bright(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The ink that reads better on a company's colour (#rrggbb): white or near black. */
export function inkOn(accent: string): '#ffffff' | '#111111' {
  const part = (at: number) => bright(Number.parseInt(accent.slice(at, at + 2), 16));
  const luminance = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
  // Contrast against white is 1.05 / (L + 0.05), against #111111 (L + 0.05) / 0.0556.
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0556 ? '#ffffff' : '#111111';
}
