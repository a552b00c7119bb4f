/** Icons of notes: the shape says what a note is, or how sure a claim is; the colour says that again. */
import * as vscode from 'vscode';
import type { ClaimNote, ClaimProblem, ClaimSectionName } from '../../server/lsp/protocol';

const TYPES: Readonly<Record<string, string>> = {
  source: 'book',
  belief: 'milestone',
  position: 'megaphone',
  conviction: 'flame',
  entity: 'organization',
  sector: 'globe',
  map: 'map',
  musing: 'comment',
  file: 'file',
};

/** From the surest to the least sure. */
const LEVELS = [
  { shape: 'pass-filled', color: 'charts.green' },
  { shape: 'circle-large-filled', color: 'charts.blue' },
  { shape: 'beaker', color: 'charts.yellow' },
  { shape: 'question', color: 'charts.purple' },
] as const;

const SECTIONS: Readonly<Record<ClaimSectionName, string>> = {
  'rests-on': 'arrow-down',
  supports: 'arrow-up',
  'challenged-by': 'warning',
  challenges: 'git-compare',
  'replaced-by': 'redo',
  replaces: 'history',
  related: 'link',
  sources: 'book',
  'linked-from': 'references',
};

export function noteIcon({ type, confidence, givenUp }: ClaimNote): vscode.ThemeIcon {
  if (givenUp) return new vscode.ThemeIcon('circle-slash');
  const rank = confidence?.rank ?? null;
  const level = rank === null ? undefined : LEVELS[Math.round(rank * (LEVELS.length - 1))];
  const color = level && new vscode.ThemeColor(level.color);
  if (type !== 'claim') return new vscode.ThemeIcon((type && TYPES[type]) ?? 'note', color);
  return new vscode.ThemeIcon(level?.shape ?? 'circle-large-outline', color);
}

export function sectionIcon(name: ClaimSectionName): vscode.ThemeIcon {
  const color = name === 'challenged-by' ? new vscode.ThemeColor('charts.red') : undefined;
  return new vscode.ThemeIcon(SECTIONS[name], color);
}

export function problemIcon({ severity }: Pick<ClaimProblem, 'severity'>): vscode.ThemeIcon {
  switch (severity) {
    case 'error':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
    case 'warning':
      return new vscode.ThemeIcon(
        'warning',
        new vscode.ThemeColor('problemsWarningIcon.foreground'),
      );
    case 'information':
      return new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground'));
    case 'hint':
      return new vscode.ThemeIcon('lightbulb');
  }
}
