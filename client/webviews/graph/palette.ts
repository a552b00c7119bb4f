/** The colours of the editor's theme, as the canvas takes them. `graph.css` says which is used for what. */
const names = [
  'background',
  'ink',
  'quiet',
  'card',
  'focus',
  'match',
  'challenged',
  'firm',
  'likely',
  'open',
  'weak',
  'unsaid',
  'supports',
  'depends',
  'challenges',
  'extracted',
  'related',
] as const;

export type Ink = (typeof names)[number];
export type Palette = Readonly<Record<Ink, string>> & { readonly font: string };

/** An element in each colour: the browser works out what a variable of the theme, or a system colour, comes to. */
export function inks(document: Document): HTMLElement {
  const box = document.createElement('div');
  box.hidden = true;
  for (const name of names) {
    const ink = document.createElement('i');
    ink.className = `ink-${name}`;
    box.append(ink);
  }
  return box;
}

export function readPalette(box: HTMLElement): Palette {
  const colours = names.map((name, at) => {
    const ink = box.children[at];
    return [name, ink === undefined ? '' : getComputedStyle(ink).color] as const;
  });
  const font = getComputedStyle(document.body).fontFamily;
  return { ...(Object.fromEntries(colours) as Record<Ink, string>), font };
}

/** Whoever changes the theme sees it at once: VS Code sets classes and variables, the system a media feature. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  const options = { attributes: true, attributeFilter: ['class', 'style', 'data-vscode-theme-id'] };
  observer.observe(document.documentElement, options);
  observer.observe(document.body, options);
  for (const query of ['(forced-colors: active)', '(prefers-color-scheme: dark)'])
    matchMedia(query).addEventListener('change', changed);
}
