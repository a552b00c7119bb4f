/** Colours for the terminal, and the form in which foreign text may reach one. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
} as const;

export type Style = keyof typeof STYLES;

/** `text` in this style, or as it is where colours are off. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_, text) => text;

export const coloured: Paint = (style, text) => {
  const [on, off] = STYLES[style];
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
};

export type ColourChoice = 'auto' | 'always' | 'never';

/** The flag decides, then `FORCE_COLOR`, then `NO_COLOR`, as in Node itself; then whether it is a terminal. */
export function paintFor(choice: ColourChoice, out: NodeJS.WriteStream): Paint {
  if (choice !== 'auto') return choice === 'always' ? coloured : plain;
  const { FORCE_COLOR: force, NO_COLOR: no } = process.env;
  if (force !== undefined) return force === '0' || force === 'false' ? plain : coloured;
  if (no !== undefined && no !== '') return plain;
  return out.isTTY && out.hasColors() ? coloured : plain;
}

// Besides the control characters, the marks that turn the order of what is read around.
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** File names and quoted text could otherwise rewrite the screen. */
export function visible(text: string): string {
  return text.replace(UNSAFE, character => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
  });
}
