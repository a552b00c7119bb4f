/** How the standing of a note looks in the claim's tree: how sure it is, how old, and what the rules say. */
import * as vscode from 'vscode';
import type { ClaimProblem } from '../../server/lsp/protocol';
import type { ChecksElement, DatedElement, ProblemElement, SureElement } from './claim-elements';
import { noteIcon, problemIcon } from './claim-icons';
import { opening } from './claim-opening';
import { capital, datedText, spokenFacts } from './claim-words';
import { counted, inLine, joined } from './inbox-words';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

export function sureItem({ note, standing: { status } }: SureElement): vscode.TreeItem {
  const { confidence, type, domain, givenUp } = note;
  const sure = confidence === null ? null : capital(inLine(confidence.word));
  const item = new vscode.TreeItem(sure ?? capital(type ?? 'note'), None);
  const said = status === null ? null : inLine(status, 40);
  item.id = 'sure';
  item.description = joined(
    [sure !== null && (type ?? 'note'), said, domain && inLine(domain)],
    ' · ',
  );
  item.iconPath = noteIcon(note);
  item.contextValue = `sure${note.link === null ? '' : ' link'}`;
  const meaning = confidence?.meaning ?? null;
  item.tooltip = joined([inLine(note.title), meaning], '\n\n');
  const label = [
    inLine(note.title),
    spokenFacts(note),
    meaning,
    said !== null && !givenUp && `status ${said}`,
    domain !== null && `domain ${inLine(domain)}`,
  ];
  item.accessibilityInformation = { label: joined(label, ', ') };
  return item;
}

export function datedItem({ dated, waits }: DatedElement): vscode.TreeItem {
  const item = new vscode.TreeItem(datedText(dated), None);
  const never = dated.evaluates && dated.what !== 'evaluated';
  const what = waits ? 'look at it again' : never ? 'never evaluated' : null;
  item.id = 'dated';
  item.description = joined([what, dated.date], ' · ');
  item.iconPath = waits
    ? new vscode.ThemeIcon('bell-dot', new vscode.ThemeColor('charts.yellow'))
    : new vscode.ThemeIcon('calendar');
  item.contextValue = dated.evaluates ? 'dated evaluates' : 'dated';
  item.tooltip = waits ? 'Something that it rests on changed since.' : dated.date;
  item.accessibilityInformation = { label: joined([datedText(dated), what], ', ') };
  return item;
}

const SEVERITIES = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['information', 'remark'],
  ['hint', 'hint'],
] as const;

export function checksItem({ problems }: ChecksElement): vscode.TreeItem {
  const counts = SEVERITIES.map(([severity, word]) => {
    return { severity, word, count: problems.filter(each => each.severity === severity).length };
  }).filter(({ count }) => count > 0);
  const [worst] = counts;
  const all = worst === undefined;
  const item = new vscode.TreeItem(
    all ? 'All checks pass' : counts.map(({ count, word }) => counted(count, word)).join(', '),
    all ? None : Collapsed,
  );
  item.id = 'checks';
  item.iconPath = all
    ? new vscode.ThemeIcon('verified', new vscode.ThemeColor('charts.green'))
    : problemIcon(worst);
  item.contextValue = 'checks';
  item.tooltip = all ? 'No rule reports anything of this note.' : 'What the rules report of it.';
  return item;
}

export function problemItem({ uri, problem }: ProblemElement): vscode.TreeItem {
  const { message, code, range } = problem;
  const item = new vscode.TreeItem(inLine(message), None);
  item.id = `problem ${code} ${range.start.line}:${range.start.character} ${message}`;
  item.description = code;
  item.iconPath = problemIcon(problem);
  item.command = opening(uri, range);
  item.tooltip = `${message}\n\n${code}`;
  item.accessibilityInformation = { label: `${severityWord(problem)}: ${message}` };
  return item;
}

function severityWord({ severity }: ClaimProblem): string {
  return capital(SEVERITIES.find(([name]) => name === severity)?.[1] ?? severity);
}
