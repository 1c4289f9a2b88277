/** Colours that antd must know as values, because it mixes them; the test holds them equal to tokens.css. */
export interface Palette {
  readonly 'bg-layout': string;
  readonly 'bg-surface': string;
  readonly 'bg-raised': string;
  readonly 'bg-sunken': string;
  readonly 'bg-hover': string;
  readonly 'bg-selected': string;
  readonly line: string;
  readonly 'line-strong': string;
  readonly 'line-control': string;
  readonly text: string;
  readonly 'text-2': string;
  readonly 'text-3': string;
  readonly accent: string;
  readonly 'accent-hover': string;
  readonly 'accent-soft': string;
  readonly 'accent-line': string;
  readonly 'on-accent': string;
  readonly late: string;
  readonly 'late-bg': string;
  readonly 'late-line': string;
  readonly soon: string;
  readonly 'soon-bg': string;
  readonly 'soon-line': string;
}

export const light: Palette = {
  'bg-layout': '#f4f5f5',
  'bg-surface': '#ffffff',
  'bg-raised': '#ffffff',
  'bg-sunken': '#f1f3f2',
  'bg-hover': '#f5f7f6',
  'bg-selected': '#eaf4f2',
  line: '#e6e9e8',
  'line-strong': '#d0d5d3',
  'line-control': '#868f8c',
  text: '#161a19',
  'text-2': '#4a5250',
  'text-3': '#646c6a',
  accent: '#0b6a62',
  'accent-hover': '#095a53',
  'accent-soft': '#e2f1ee',
  'accent-line': '#9fcdc6',
  'on-accent': '#ffffff',
  late: '#bf2a1f',
  'late-bg': '#fdeeec',
  'late-line': '#f2c5bf',
  soon: '#8a5200',
  'soon-bg': '#fff4df',
  'soon-line': '#eed3a0',
};

export const dark: Palette = {
  'bg-layout': '#0f1211',
  'bg-surface': '#171b1a',
  'bg-raised': '#1e2322',
  'bg-sunken': '#131716',
  'bg-hover': '#232928',
  'bg-selected': '#15302c',
  line: '#272d2b',
  'line-strong': '#39413f',
  'line-control': '#707a77',
  text: '#e7ebea',
  'text-2': '#afb8b5',
  'text-3': '#929c99',
  accent: '#52bdb0',
  'accent-hover': '#6fcbc0',
  'accent-soft': '#15322e',
  'accent-line': '#2c6a62',
  'on-accent': '#05211d',
  late: '#ff9085',
  'late-bg': '#391a17',
  'late-line': '#7a352e',
  soon: '#f0b65a',
  'soon-bg': '#33260f',
  'soon-line': '#644a1a',
};
