/** The number of open hints at the right end of a source's row, where a long title cannot push it out of sight. */
import * as vscode from 'vscode';

/** Of addresses that nothing else shows, so that no other list of files has these marks. */
const SCHEME = 'claimwright-inbox';

/** The address by which a row asks for its mark. */
export function markAddress(source: vscode.Uri, open: number): vscode.Uri {
  return source.with({ scheme: SCHEME, query: `${open}`, fragment: '' });
}

export function inboxMarks(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme, query }) => {
      const open = scheme === SCHEME ? Number(query) : 0;
      if (!(open > 0)) return undefined;
      // A mark has room for two characters.
      const badge = open > 99 ? '9+' : `${open}`;
      return { badge, tooltip: `${open} open ${open === 1 ? 'hint' : 'hints'}` };
    },
  });
}
