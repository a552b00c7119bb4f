/** What the editor's extensions contribute, and the colours of its standard themes. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

/** As in a theme's file; the rule without a scope gives the colour of plain text. */
export interface TokenRule {
  readonly scope?: string | readonly string[];
  readonly settings: { readonly foreground?: string; readonly fontStyle?: string };
}

/** By their names in the settings: dark, light and high contrast. */
export function standardThemes(): ReadonlyMap<string, readonly TokenRule[]> {
  const themes = contributions<{ readonly id?: string; readonly path: string }>('themes');
  return new Map(
    themes
      .filter(({ path }) => path.includes('theme-defaults'))
      .map(({ id, path }) => {
        const { rules, plain } = themeOf(path);
        // Some leave it to the editor; then any colour will do that no rule has.
        return [id ?? path, [{ settings: { foreground: plain ?? '#123456' } }, ...rules]];
      }),
  );
}

function themeOf(path: string): { rules: readonly TokenRule[]; plain: string | undefined } {
  const { include, tokenColors, colors } = JSON.parse(readFileSync(path, 'utf8')) as {
    include?: string;
    tokenColors?: TokenRule[];
    colors?: Record<string, string>;
  };
  const base = include ? themeOf(join(dirname(path), include)) : { rules: [], plain: undefined };
  return {
    rules: [...base.rules, ...(tokenColors ?? [])],
    plain: colors?.['editor.foreground'] ?? base.plain,
  };
}

/** Everything of this kind that extensions contribute, with whole paths. */
export function contributions<Contribution extends { readonly path: string }>(
  kind: string,
): Contribution[] {
  return vscode.extensions.all.flatMap(({ extensionPath, packageJSON }) =>
    ((packageJSON.contributes?.[kind] ?? []) as Contribution[]).map(each => ({
      ...each,
      path: join(extensionPath, each.path),
    })),
  );
}
