import { iconPaths } from './icon-paths.ts';

/** Names of the line icons the product draws. */
export type IconName = keyof typeof iconPaths;

interface IconProps {
  readonly name: IconName;
  /** Side in CSS pixels: 14 in chips, 16 in buttons, 18 in the rail, 20 to 24 on the phone. */
  readonly size?: number;
  /** Words for a screen reader; without them the icon is decoration and the text beside it speaks. */
  readonly label?: string;
}

/** One line icon in the colour of the text around it. */
export function Icon({ name, size = 16, label }: IconProps) {
  return (
    <svg
      className="k-icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
