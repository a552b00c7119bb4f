/** What the documentation derives from code is up to date, and what it promises holds. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from '../docs/generate';

const ROOT = join(__dirname, '..');

describe('documentation', () => {
  it('is what `npm run docs` writes', () => {
    const files = generated();
    for (const [path, text] of files) {
      assert.equal(readFileSync(join(ROOT, path), 'utf8'), text, `${path}: run npm run docs`);
    }
    for (const folder of ['docs/rules', 'docs/schema', 'snippets']) {
      const gone = readdirSync(join(ROOT, folder)).filter(name => !files.has(`${folder}/${name}`));
      assert.deepEqual(gone, [], `${folder}: what they describe is gone`);
    }
  });

  it('links to files that exist', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/gu)].map(match => match[1] ?? '');
    assert.ok(targets.length > 3);
    for (const target of targets) assert.ok(existsSync(join(ROOT, target)), target);
  });

  it('names the scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: object;
    };
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    for (const [, name = ''] of readme.matchAll(/npm run (\w[\w:]*)/gu))
      assert.ok(name in scripts, name);
    assert.match(readme, /^npm ci && npm start$/mu);
    assert.match(readme, /^npm ci && npm test$/mu);
    assert.match(readFileSync(join(ROOT, '.ci', 'run'), 'utf8'), /^npm ci && npm test$/mu);
  });

  it('names commands that run by themselves', () => {
    const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { bin: object };
    for (const [name, file] of Object.entries(bin)) {
      const head = readFileSync(join(ROOT, file), 'utf8').slice(0, 30);
      assert.ok(
        head.startsWith('#!/usr/bin/env node\n'),
        `${name} is not built, or has no first line that names Node`,
      );
    }
  });
});
