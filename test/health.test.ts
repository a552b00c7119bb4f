/** How a vault stands, in numbers: what is counted, which notes are behind it, and that nothing is counted twice. */
import assert from 'node:assert/strict';
import { placedHints } from '../server/core/authoring/hints/placedHints';
import { type HealthSectionName, healthSections } from '../server/core/features/health/form';
import { type VaultHealth, vaultHealth } from '../server/core/features/health/vaultHealth';
import { readConfigFile } from '../server/core/features/settings/configFile';
import { checkNote } from '../server/core/rules/check';
import { type Change, Vault } from '../server/core/vault/Vault';
import { realVault } from './support/realVault';

const TODAY = '2026-06-01';

interface Counted extends VaultHealth {
  readonly vault: Vault;
}

function healthOf(texts: Readonly<Record<string, string>>): Counted {
  const changes = Object.entries(texts).map(
    ([path, text]): Change => ({ kind: 'set', path, text }),
  );
  return healthOfAll(changes);
}

function healthOfAll(changes: readonly Change[]): Counted {
  const settings = changes.find(({ path }) => path === '.claimwright.yaml');
  const { config, findings } = readConfigFile(
    settings ?? { kind: 'remove', path: '.claimwright.yaml' },
  );
  const vault = new Vault(config);
  vault.load(changes.filter(each => each !== settings));
  const texts = new Map(
    changes.map(each => [each.path, each.kind === 'set' ? (each.text ?? '') : '']),
  );
  const steps = vaultHealth({
    vault,
    today: TODAY,
    settings: findings,
    hintsOf: path => placedHints(vault, path, texts.get(path) ?? ''),
    failed: error => {
      throw error;
    },
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { ...step.value, vault };
  }
}

/** `key: count in notes`, of those that count something. */
function told({ health }: VaultHealth, section: HealthSectionName): string[] {
  return health.sections[section]
    .filter(({ count }) => count > 0)
    .map(({ key, count, notes }) => `${key}: ${count} in ${notes}`);
}

function claim(fields = '', body = ''): string {
  return `---\ntype: claim\ndomain: bread\nconfidence: likely\ncreated: 2026-01-01\n${fields}---\n${body}\n`;
}

const VAULT = {
  'domains/bread/steam keeps a crust thin.md': claim('', 'See [[loaves need salt]].'),
  'domains/bread/loaves need salt.md': claim('confidence: x\n')
    .replace('likely\n', 'experimental\n')
    .replace('confidence: x\n', ''),
  'domains/bread/ovens need stone.md': claim(
    'depends_on: ["loaves need salt", "steam keeps a crust thin"]\n',
  ),
  'domains/bread/dough sleeps cold.md': claim(
    'depends_on: ["loaves need salt"]\nchallenges: ["steam keeps a crust thin"]\n',
  ),
  'domains/bread/alone.md': claim('', '[[nowhere]] [[nowhere]] and [[alone]]'),
  'inbox/queue/a source.md':
    '---\ntype: source\nstatus: unprocessed\n---\n## Agent Notes\n**Extraction hints:**\n- Claim: "bakers sleep by day"\n- Claim: "loaves need salt"\n- ~~Claim: "ovens are round in the north"~~\n',
  'inbox/archive/b.md': '---\ntype: archive\nstatus: done\n---\n',
  'loose.md': '[[ovens need stone]]',
};

describe('vault health', () => {
  it('counts notes by type and domain, and claims by confidence, the surest first', () => {
    const counted = healthOf(VAULT);
    assert.equal(counted.health.notes, 8);
    assert.deepEqual(told(counted, 'types'), [
      'type:claim: 5 in 5',
      'type:source: 2 in 2',
      'type:: 1 in 1',
    ]);
    assert.deepEqual(told(counted, 'domains'), ['domain:bread: 5 in 5', 'domain:: 3 in 3']);
    assert.deepEqual(told(counted, 'confidence'), [
      'confidence:likely: 4 in 4',
      'confidence:experimental: 1 in 1',
    ]);
  });

  it('counts links by where they lead, and the notes that hold them once', () => {
    const counted = healthOf(VAULT);
    assert.deepEqual(told(counted, 'links'), ['links:found: 7 in 5', 'links:missing: 2 in 1']);
    assert.deepEqual(counted.notesBehind('links:missing'), [
      { path: 'domains/bread/alone.md', count: 2 },
    ]);
    assert.deepEqual(counted.notesBehind('links:near'), []);
    assert.equal(counted.notesBehind('links:other'), undefined);
  });

  it('finds orphans, weak foundations and claims that nobody challenged, the most rested on first', () => {
    const counted = healthOf(VAULT);
    const paths = (key: string) =>
      counted.notesBehind(key)?.map(({ path, count }) => [path, count]);
    assert.deepEqual(paths('orphans'), [
      ['domains/bread/alone.md', 1],
      ['inbox/archive/b.md', 1],
      ['inbox/queue/a source.md', 1],
    ]);
    assert.deepEqual(paths('weak'), [['domains/bread/loaves need salt.md', 2]]);
    assert.deepEqual(paths('unchallenged'), [['domains/bread/loaves need salt.md', 2]]);
  });

  it('finds notes to evaluate again where something under them changed, each once', () => {
    const counted = healthOf({
      'domains/a/base.md': claim('revised: 2026-05-01\n'),
      'domains/a/other base.md': claim('revised: 2026-05-02\n'),
      'domains/a/top.md': claim('depends_on: ["base", "other base"]\nlast_evaluated: 2026-02-01\n'),
    });
    assert.deepEqual(counted.notesBehind('re-evaluate'), [{ path: 'domains/a/top.md', count: 1 }]);
    assert.ok(told(counted, 'findings').includes('information/lifecycle/re-evaluate: 2 in 1'));
  });

  it('counts sources by status, and hints by what became of them', () => {
    const counted = healthOf(VAULT);
    assert.deepEqual(told(counted, 'sources'), ['status:unprocessed: 2 in 2']);
    assert.deepEqual(told(counted, 'hints'), [
      'hints:open: 1 in 1',
      'hints:promoted: 1 in 1',
      'hints:dropped: 1 in 1',
    ]);
  });

  it('reports nothing of what the settings leave out, and counts what is wrong with them', () => {
    const counted = healthOf({
      ...VAULT,
      '.claimwright.yaml': 'exclude: ["inbox/**", "loose.md"]\nnonsense: 1\n',
    });
    assert.equal(counted.health.notes, 8);
    assert.deepEqual(told(counted, 'sources'), []);
    assert.deepEqual(told(counted, 'hints'), []);
    assert.deepEqual(counted.notesBehind('orphans'), [
      { path: 'domains/bread/alone.md', count: 1 },
    ]);
    const settings = told(counted, 'findings').filter(each => each.includes('config/invalid'));
    assert.deepEqual(settings, ['error/config/invalid: 1 in 1']);
  });

  it('stands for an empty vault, and for words of any length and kind', () => {
    const empty = healthOf({});
    assert.equal(empty.health.notes, 0);
    for (const name of healthSections) assert.deepEqual(told(empty, name), []);
    const odd = healthOf({
      'a.md': `---\ntype: claim\nconfidence: ${'very '.repeat(100)}sure\ndomain: __proto__\n---\n`,
      'b.md': '---\ntype: constructor\ndomain: "<script>"\n---\n',
    });
    const [word] = odd.health.sections.confidence;
    assert.ok((word?.name?.length ?? 0) <= 81, word?.name ?? '');
    assert.deepEqual(odd.notesBehind(word?.key ?? ''), [{ path: 'a.md', count: 1 }]);
    assert.deepEqual(told(odd, 'domains'), ['domain:<script>: 1 in 1', 'domain:__proto__: 1 in 1']);
  });

  it('agrees with the links and the findings of the real vault, and orphans have no link', function () {
    this.timeout(120_000);
    const counted = healthOfAll([...realVault(this).values()]);
    const { vault, health } = counted;
    const links = new Map<string, number>();
    const findings = new Map<string, number>();
    const linked = new Set<string>();
    for (const path of vault.notes()) {
      for (const link of vault.note(path)?.links ?? []) {
        const resolution = vault.resolve(link, path);
        const key = `links:${resolution.kind}`;
        links.set(key, (links.get(key) ?? 0) + 1);
        if (!('path' in resolution) || resolution.path === path) continue;
        linked.add(resolution.path);
        if (resolution.path.endsWith('.md')) linked.add(path);
      }
      for (const { code, severity } of checkNote(vault, path, TODAY)) {
        const key = `${severity}/${code}`;
        findings.set(key, (findings.get(key) ?? 0) + 1);
      }
    }
    const counts = (section: HealthSectionName) =>
      new Map(health.sections[section].map(({ key, count }) => [key, count]));
    assert.deepEqual(counts('links'), links);
    assert.deepEqual(new Map([...counts('findings')].sort()), new Map([...findings].sort()));
    const orphans = [...vault.notes()].filter(path => !linked.has(path)).sort();
    assert.deepEqual(
      counted.notesBehind('orphans')?.map(({ path }) => path),
      orphans,
    );
    for (const { key } of health.sections.argument) {
      if (key !== 'weak') continue;
      for (const { path, count } of counted.notesBehind(key) ?? [])
        assert.equal(vault.relations.dependents(path).length, count);
    }
  });
});
