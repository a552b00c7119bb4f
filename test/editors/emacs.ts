/** Emacs, with Eglot as its client. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EditorKind, ROOT } from './ScriptedEditor';

const init = join(ROOT, 'test/editors/init.el');
const answers = (home: string) => join(home, 'answer.json');
/** A string as Emacs Lisp writes it. */
const quoted = (text: string) => `"${text.replace(/["\\]/gu, '\\$&')}"`;

export const emacs: EditorKind = {
  name: 'Emacs',
  probe: [
    'emacs',
    ...['-q', '--batch', '--eval', '(package-initialize)'],
    ...['--eval', "(progn (require 'eglot) (require 'markdown-mode))"],
  ],
  command: () => ['emacs', '-q', '--fg-daemon=claimwright', '--load', init],
  call: (home, json) => [
    'emacsclient',
    ...['--socket-name=claimwright', '--eval'],
    `(drive-call ${quoted(json)} ${quoted(answers(home))})`,
  ],
  answer: home => readFileSync(answers(home), 'utf8'),
  complete: (editor, typed, choose) => editor.call('complete', typed, choose),
};
