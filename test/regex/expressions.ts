/** Every regular expression of what ships: the literals, those made of parts at run time, and those of the manifests. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

export interface Expression {
  /** From the repository's root, with slashes. */
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** A place where an expression is made of text. */
export interface Made {
  readonly file: string;
  /** How it is made: `new RegExp`, or a method that makes one of a string. */
  readonly by: string;
}

const ROOT = join(__dirname, '../..');

export function sourceFiles(): readonly string[] {
  return ['server', 'client'].flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`),
  );
}

export function readSources(): { literals: readonly Expression[]; made: readonly Made[] } {
  const literals: Expression[] = [];
  const made: Made[] = [];
  for (const file of sourceFiles()) {
    const { program, errors } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'));
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
    new Visitor({
      Literal(node) {
        if ('regex' in node)
          literals.push({ file, source: node.regex.pattern, flags: node.regex.flags });
      },
      NewExpression({ callee }) {
        if (callee.type === 'Identifier' && callee.name === 'RegExp')
          made.push({ file, by: 'new RegExp' });
      },
      CallExpression({ callee, arguments: [first] }) {
        if (callee.type === 'Identifier' && callee.name === 'RegExp')
          made.push({ file, by: 'RegExp' });
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
        const { name } = callee.property;
        const isText =
          first?.type === 'TemplateLiteral' ||
          (first?.type === 'Literal' && typeof first.value === 'string');
        if (isText && ['match', 'matchAll', 'search'].includes(name)) made.push({ file, by: name });
      },
    }).visit(program);
  }
  return { literals, made };
}

/** Those that the core makes of parts while it is loaded, which is the rest but for those made later. */
export function madeWhileLoaded(): readonly Expression[] {
  const script = join(__dirname, 'listMade.ts');
  const said = execFileSync(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  return JSON.parse(said.slice(said.indexOf('[')));
}

/** `when` clauses of the manifest, and what a language does behind Enter. */
export function inManifests(): readonly Expression[] {
  const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const clauses = [...manifest.matchAll(/=~ \/((?:[^/\\"]|\\\\.|\\.)+)\/([a-z]*)/gu)].map(
    ([, written = '', flags = '']) => ({
      file: 'package.json',
      source: JSON.parse(`"${written}"`) as string,
      flags,
    }),
  );
  const file = 'syntaxes/settings.language-configuration.json';
  const { onEnterRules } = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
  const rules = (onEnterRules as Record<string, unknown>[]).flatMap(
    ({ beforeText, afterText, previousLineText }) =>
      [beforeText, afterText, previousLineText].filter(text => typeof text === 'string'),
  );
  return [...clauses, ...rules.map(source => ({ file, source, flags: '' }))];
}
