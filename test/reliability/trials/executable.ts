/** Front matter, settings and templates that other programs would execute: each would write a file, and none does. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import matter from 'gray-matter';
import { vaultOf } from '../../support/runCli';
import { everyRequest } from '../everyRequest';
import { codesIn, everyCommand, throughCli } from '../throughCli';
import { throughServer } from '../throughServer';
import type { Trial, TrialGroup } from '../trial';

/** A note, or the settings, whose code would write the file. */
type Make = (code: string, file: string) => string;

const body = '\n---\n[[asks]]\n';
const opened =
  (opening: string): Make =>
  code =>
    `${opening}\n(${code}, {type: "source", title: "x"})${body}`;
const yaml =
  (value: (code: string, file: string) => string): Make =>
  (code, file) =>
    `---\ntype: source\ntitle: ${value(code, file)}${body}`;
const inText =
  (value: (code: string) => string): Make =>
  code =>
    `${value(code)}\n\n[[asks]]\n`;

const inputs: readonly (readonly [input: string, make: Make, path?: string])[] = [
  ['`---js`', opened('---js')],
  ['`---javascript`', opened('---javascript')],
  ['`--- js`', opened('--- js')],
  ['`---   JavaScript` with a blank behind it', opened('---   JavaScript ')],
  ['`---js` behind a byte-order mark', opened('\ufeff---js')],
  ['`---js` with Windows line ends', code => opened('---js')(code, '').replaceAll('\n', '\r\n')],
  ['`---js` that is never closed', code => `---js\n${code}\n`],
  ['`---coffee`', opened('---coffee')],
  ['`---cson`', opened('---cson')],
  ['`---ts`', opened('---ts')],
  ['`---json`', opened('---json')],
  ['`---constructor`, which every object has', opened('---constructor')],
  ['`---__proto__`', opened('---__proto__')],
  ['`+++`, TOML', code => `+++\ntype = "source"\ntitle = "${code}"\n+++\n[[asks]]\n`],
  ['`;;;`, JSON', opened(';;;')],
  ['`!!js/function` in YAML', yaml(code => `!!js/function 'function () { ${code} }'`)],
  ['`!!js/undefined` in YAML', yaml(() => "!!js/undefined ''")],
  ['`!!js/regexp` in YAML', yaml(() => '!!js/regexp /a/g')],
  [
    '`!!python/object/apply` in YAML',
    yaml((_, file) => `!!python/object/apply:os.system ["touch '${file}'"]`),
  ],
  ['`toString: !!js/function` in YAML', yaml(code => `{ toString: !!js/function "${code}" }`)],
  ['`---js` in a schema of the vault', opened('---js'), 'schemas/claim.md'],
  ['`<% %>`', inText(code => `<%* ${code} %> <%= ${code} %>`)],
  ['a template in a title', yaml(code => `"\${${code}}"`)],
  ['`= this` and `$=` in code', inText(code => `\`$= ${code}\` \`= ${code}\``)],
  ['a block of `dataviewjs`', inText(code => `\`\`\`dataviewjs\n${code}\n\`\`\``)],
  ['`<script>`', inText(code => `<script>${code}</script><img src=x onerror="${code}">`)],
  ['a link to `javascript:`', inText(code => `[a](<javascript:${code}>) [[javascript:${code}]]`)],
  [
    '`!!js/function` and code as patterns in `.claimwright.yaml`',
    code =>
      `exclude: ["\${${code}}", !!js/function "${code}"]\nmessage: { subject: "\${${code}}" }\n`,
    '.claimwright.yaml',
  ],
];

const codeFor = (file: string) => `require('fs').writeFileSync('${file}', '')`;

/** Through the library that reads front matter as it comes, the same blocks do write. */
function control(folder: string): void {
  const file = join(folder, 'control');
  matter(opened('---js')(codeFor(file), file));
  assert.ok(existsSync(file), 'the code of these blocks works');
  rmSync(file);
}

/** All of them stand in one vault, and are tried once. */
function tried(): Promise<readonly string[]> {
  outcomes ??= tryAll();
  return outcomes;
}
let outcomes: Promise<readonly string[]> | undefined;

async function tryAll(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'claimwright-proofs-'));
  control(folder);
  const notes = inputs.map(([input, make, path], at) => {
    const file = join(folder, `proof${at}`);
    return {
      input,
      file,
      path: path ?? `inbox/queue/note${at}.md`,
      text: make(codeFor(file), file),
    };
  });
  const files = Object.fromEntries(notes.map(({ path, text }) => [path, text]));
  const root = vaultOf({ 'asks.md': '[[nowhere]]\n', ...files });
  const { check } = await everyCommand(root);
  for (const format of ['pretty', 'github', 'sarif'])
    await throughCli(['check', root, '--format', format]);
  await throughCli(['message', root]);
  assert.equal(codesIn(check, 'asks.md'), 'link/missing', 'the rest is diagnosed as ever');
  await throughServer(root, async client => {
    await client.codes('asks.md', 'link/missing', 60_000);
    for (const { path, text } of notes) {
      await client.open(path, text);
      await client.completion(path, 0, 9);
      await client.hover(path, 0, 3);
      if (!path.endsWith('.md')) continue;
      await everyRequest(client, path, [
        [1, 4],
        [2, 8],
      ]);
    }
  });
  // At last what may be mended is written.
  await throughCli(['fix', root]);
  const said = notes.map(({ input, file, path }) => {
    assert.ok(!existsSync(file), `${input} ran`);
    const codes = check.diagnostics?.flatMap(each =>
      each.file === path && ['error', 'warning'].includes(each.severity) ? [each.code] : [],
    );
    const words = [...new Set(codes)].sort().map(code => `\`${code}\``);
    return `did not run; ${words.length === 0 ? 'is text' : words.join(', ')}`;
  });
  rmSync(folder, { recursive: true });
  return said;
}

export const executable: TrialGroup = {
  name: 'executable front matter',
  promise:
    'Nothing that a note, a schema or the settings say is executed. Each of these would write a file, and the library that splits front matter, used as it comes, does write it.',
  trials: inputs.map(
    ([input], at): Trial => ({
      input,
      through: 'server and command line',
      run: async () => (await tried())[at] ?? '',
    }),
  ),
};
