/** Whether the cursor stands in a half-typed wiki link, as seen from the line alone. */
import type { Position, TextDocument } from 'vscode';

export function isInLink(document: TextDocument, position: Position): boolean {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const opening = before.lastIndexOf('[[');
  return opening >= 0 && !before.includes(']]', opening);
}
