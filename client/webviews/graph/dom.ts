/** Elements with text in them; never with HTML. */

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  className = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

/** An element of the page, which has them all. */
export function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found as Type;
}

/** Only where it is news: what is said again is read out again. */
export function say(id: string, words: string): void {
  const place = byId(id);
  if (place.textContent !== words) place.textContent = words;
}
