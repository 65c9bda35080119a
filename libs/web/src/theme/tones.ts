/**
 * The seven tones of the house. Every `text` reaches 4.5:1 on its own `ground` and on white (WCAG 2.2 AA), which
 * antd's preset tag colours do not.
 */
export const tones = {
  quiet: { text: '#4b5563', ground: '#f1f3f5', line: '#d8dde3' },
  blue: { text: '#17509a', ground: '#eaf1fb', line: '#bcd3f0' },
  violet: { text: '#5b3a9b', ground: '#f2eefb', line: '#d5c8ef' },
  green: { text: '#1e6b3c', ground: '#e9f5ee', line: '#b7dcc5' },
  amber: { text: '#8a5300', ground: '#fdf4e2', line: '#efd7a3' },
  red: { text: '#b3261e', ground: '#fdeeed', line: '#f3c4c0' },
} as const;

export type Tone = keyof typeof tones;

export const inks = {
  title: '#16202c',
  text: '#2b3644',
  soft: '#5a6675',
  line: '#e3e7ec',
  ground: '#f5f7f9',
  primary: '#1a56a6',
} as const;
