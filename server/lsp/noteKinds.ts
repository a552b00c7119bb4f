/** Which of an editor's symbols stands for a note of which type: each has an icon and a colour. */
import { SymbolKind } from 'vscode-languageserver';

const KINDS: Readonly<Record<string, SymbolKind>> = {
  source: SymbolKind.File,
  claim: SymbolKind.Boolean,
  belief: SymbolKind.Class,
  position: SymbolKind.Event,
  conviction: SymbolKind.Constant,
  entity: SymbolKind.Object,
  musing: SymbolKind.String,
  sector: SymbolKind.Package,
  map: SymbolKind.Namespace,
};

/** `type` is the name of a note type of the schema. */
export function symbolKindOf(type: string | null): SymbolKind {
  const known = type !== null && Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  return known ?? SymbolKind.File;
}
