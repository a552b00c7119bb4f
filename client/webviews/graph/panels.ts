/** Parts of the page that a button unfolds. */

/** Escape goes back to the button, as does what this answers with. */
export function unfolds(button: HTMLElement, panel: HTMLElement): () => void {
  const toggle = (open: boolean) => {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', `${open}`);
  };
  button.addEventListener('click', () => toggle(panel.hidden === true));
  const close = () => {
    toggle(false);
    button.focus();
  };
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return close;
}
