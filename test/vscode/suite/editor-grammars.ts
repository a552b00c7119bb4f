/** The editor's own tokenizer with the grammars of its extensions, for tests to ask. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { contributions, type TokenRule } from './editor-themes';

export interface Token {
  readonly text: string;
  /** From the outermost to the innermost. */
  readonly scopes: readonly string[];
}

export interface Look {
  readonly text: string;
  readonly colour: string;
  readonly underlined: boolean;
}

export interface EditorGrammars {
  tokens(note: string): Token[];
  /** Neighbours of one look are one. */
  looks(note: string, theme: readonly TokenRule[]): Look[];
  /** Milliseconds for all matches of a pattern in a line, one behind the other. */
  timeOf(pattern: string, line: string): number;
}

/** The parts used here of the modules `vscode-textmate` and `vscode-oniguruma`. */
interface TextMate {
  readonly INITIAL: unknown;
  readonly Registry: new (options: object) => Registry;
  parseRawGrammar(text: string, path: string): unknown;
}

interface Registry {
  loadGrammar(scopeName: string): Promise<Grammar>;
  setTheme(theme: { readonly settings: readonly TokenRule[] }): void;
  getColorMap(): readonly string[];
}

interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): {
    readonly tokens: readonly { startIndex: number; endIndex: number; scopes: readonly string[] }[];
    readonly ruleStack: unknown;
  };
  tokenizeLine2(
    line: string,
    state: unknown,
  ): { readonly tokens: Uint32Array; readonly ruleStack: unknown };
}

interface Oniguruma {
  loadWASM(data: Uint8Array): Promise<void>;
  createOnigScanner(patterns: readonly string[]): {
    findNextMatchSync(
      text: unknown,
      from: number,
    ): { readonly captureIndices: readonly { readonly end: number }[] } | null;
  };
  createOnigString(text: string): unknown;
}

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

export async function editorGrammars(): Promise<EditorGrammars> {
  const { textMate, oniguruma } = await editorModules();
  const all = contributions<GrammarContribution>('grammars');
  const registry = new textMate.Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: async (scopeName: string) => {
      const path = all.filter(each => each.scopeName === scopeName).pop()?.path;
      return path ? textMate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null;
    },
    getInjections: (scopeName: string) =>
      all.filter(each => each.injectTo?.includes(scopeName)).map(each => each.scopeName),
  });
  const markdown = await registry.loadGrammar('text.html.markdown');
  return {
    tokens: note => {
      let state = textMate.INITIAL;
      return note.split('\n').flatMap(line => {
        const { tokens, ruleStack } = markdown.tokenizeLine(line, state);
        state = ruleStack;
        return tokens.map(({ startIndex, endIndex, scopes }) => ({
          text: line.slice(startIndex, endIndex),
          scopes,
        }));
      });
    },
    looks: (note, theme) => {
      registry.setTheme({ settings: theme });
      let state = textMate.INITIAL;
      return note.split('\n').flatMap(line => {
        const { tokens, ruleStack } = markdown.tokenizeLine2(line, state);
        state = ruleStack;
        return looksOf(line, tokens, registry.getColorMap());
      });
    },
    timeOf: (pattern, line) => timeOf(oniguruma, pattern, line),
  };
}

/** Modules of the editor itself, which a desktop editor keeps in an archive. */
async function editorModules(): Promise<{ textMate: TextMate; oniguruma: Oniguruma }> {
  const places = ['node_modules', 'node_modules.asar'].map(name => join(vscode.env.appRoot, name));
  const modules = places.find(place => existsSync(join(place, 'vscode-textmate')));
  assert.ok(modules, `the editor's tokenizer is not in ${places.join(' or ')}`);
  const load = createRequire(join(modules, 'any.js'));
  const oniguruma = load('vscode-oniguruma') as Oniguruma;
  await oniguruma.loadWASM(readFileSync(load.resolve('vscode-oniguruma/release/onig.wasm')));
  return { textMate: load('vscode-textmate') as TextMate, oniguruma };
}

/** Tokens come as pairs of where one begins and its look, packed into the bits of a number. */
function looksOf(line: string, tokens: Uint32Array, colours: readonly string[]): Look[] {
  return Array.from({ length: tokens.length / 2 }, (_, index) => {
    const bits = tokens[index * 2 + 1] ?? 0;
    return {
      text: line.slice(tokens[index * 2], tokens[index * 2 + 2]),
      colour: colours[(bits >>> 15) & 0x1ff] ?? '',
      underlined: ((bits >>> 11) & 0b100) !== 0,
    };
  });
}

function timeOf(oniguruma: Oniguruma, pattern: string, line: string): number {
  const scanner = oniguruma.createOnigScanner([pattern]);
  const text = oniguruma.createOnigString(line);
  const started = performance.now();
  for (let at = 0; at <= line.length; ) {
    const end = scanner.findNextMatchSync(text, at)?.captureIndices[0]?.end;
    if (end === undefined) break;
    at = end > at ? end : at + 1;
  }
  return performance.now() - started;
}
