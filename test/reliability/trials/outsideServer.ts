/** Paths that lead out of the vault, in every request that makes the server edit something. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { attacked, requests } from '../editingRequests';
import { hostilePath, hostilePaths } from '../hostilePaths';
import { HINT, hostileVault } from '../hostileVault';
import type { Trial, TrialGroup } from '../trial';

const SEED = 8;

const each: Trial = {
  input: `${hostilePaths.length} paths out of the vault, in each of ${Object.keys(requests).length} requests that edit`,
  through: 'server',
  async run() {
    const edits = await attacked(hostileVault(), async ask => {
      for (const name of Object.keys(requests))
        for (const text of hostilePaths) await ask(name, text);
    });
    assert.ok(edits > 300, `only ${edits} edits were sent`);
    return 'every edit names files of the vault alone; whatever leads out is refused in words';
  },
};

const any: Trial = {
  input: 'a thousand paths made at random of steps up and down, in requests that edit',
  through: 'server',
  async run() {
    const one = fc.tuple(fc.constantFrom(...Object.keys(requests)), hostilePath);
    const edits = await attacked(hostileVault(), ask =>
      fc.assert(
        fc.asyncProperty(one, ([name, text]) => ask(name, text)),
        { numRuns: 1000, seed: SEED },
      ),
    );
    assert.ok(edits > 50, `only ${edits} edits were sent`);
    return 'every edit names files of the vault alone';
  },
};

/** As the vault's settings and a person's own name folders, domains, and agents. */
const settings: Trial = {
  input:
    'paths out of the vault as folders of types, domains, agents, excluded files, a domain in a note, and the author',
  through: 'server',
  async run() {
    let edits = 0;
    for (const text of SAID) {
      const word = JSON.stringify(text);
      const folders = `folders: [${word}, ${JSON.stringify(`${text}/<domain>`)}]`;
      const config = `types:\n  claim:\n    ${folders}\n  musing:\n    ${folders}\n  source:\n    ${folders}\ndomains: [${word}]\nagents: [${word}]\nexclude: [${word}]\n`;
      const box = hostileVault({
        '.claimwright.yaml': config,
        'inbox/queue/said.md': `---\ntype: source\ntitle: S\ndomain: ${word}\nagent: ${word}\nprocessed_by: ${word}\nstatus: unprocessed\n---\n\n**Extraction hints:**\n- ${HINT}\n`,
      });
      edits += await attacked(
        box,
        async ask => {
          for (const name of Object.keys(requests)) await ask(name, 'Ovens are hot in winter');
          for (const name of Object.keys(requests)) await ask(name, text);
        },
        { agent: text },
      );
    }
    assert.ok(edits > 50, `only ${edits} edits were sent`);
    return 'every edit names files of the vault alone';
  },
};

const SAID = [
  '../../x',
  '/tmp/x',
  'C:\\x',
  '~/x',
  'a/../../../x',
  'away',
  '%2e%2e/x',
  '.git/hooks',
];

export const outsideServer: TrialGroup = {
  name: 'paths out of the vault, in the editor',
  promise:
    'Whatever a client, a note, or a link on the disk says, the server asks the editor to change files of the vault alone.',
  trials: [each, any, settings],
};
