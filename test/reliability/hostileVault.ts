/** A vault that has every way out of it: links to files and folders outside, dangling ones, hidden folders, other vaults. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from './sandbox';

export const SOURCE = 'inbox/queue/2026-03-02-baker-ovens.md';
export const HINT = 'Steam makes a crust thin and long to brown';
export const CLAIM = 'domains/baking/heat makes crusts brown.md';

/** A small vault in which everything that writes has something to do. */
export const vaultFiles: Readonly<Record<string, string>> = {
  '.claimwright.yaml': '',
  'a.md':
    '# A\n\n[[b]] [[out]] [[gone]] [[heat makes crusts brown]]\n\nHere heat makes crusts brown.\n',
  'b.md':
    '---\ntype: claim\nconfidence: likley\n---\n\n# b\n\n[[a]] [[gone]] [[heat-makes-crusts-brown]]\n',
  [CLAIM]:
    '---\ntype: claim\ndomain: baking\ndescription: d\nconfidence: likely\nsource: s\ncreated: 2026-01-02\n---\n\n# heat makes crusts brown\n\n[[a]] [[b]] [[out]]\n',
  'domains/baking/_map.md': '# Baking\n',
  'inbox/archive/old.md': '---\ntype: source\n---\n',
  [SOURCE]: `---\ntype: source\ntitle: "Ovens"\nauthor: "Ada Baker"\nurl: https://example.org/o\ndate: 2026-03-02\ndomain: baking\nstatus: unprocessed\n---\n\n## Agent Notes\n\n**Extraction hints:**\n- ${HINT}\n- ../../x says what bakers want to hear about ovens\n`,
};

const AROUND = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/config': '[core]\n[[a]]\n',
  'nested/.claimwright.yaml': '',
  'nested/n.md': '[[a]]\n',
};

/** `more` are files of the vault, by path. */
export function hostileVault(more: Readonly<Record<string, string>> = {}): Sandbox {
  const box = new Sandbox({ ...vaultFiles, ...AROUND, ...more });
  const link = (to: string, path: string) => symlinkSync(to, join(box.vault, path));
  link(join(box.outside, 'secret.md'), 'out.md');
  link('../../../outside.md', 'domains/baking/out two.md');
  link(box.outside, 'away');
  link('../../outside', 'domains/away');
  link('../outside/new.md', 'nowhere.md');
  link('.git/config', 'hidden config.md');
  link('nested/n.md', 'into nested.md');
  mkdirSync(join(box.around, 'home/vault2'));
  box.remember();
  return box;
}
