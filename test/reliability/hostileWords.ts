/** A vault whose every word tries to be a link, an image, a command, an icon or a script, and what a surface may make of it. */
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';

/** `at` is an address that must never be asked for anything. */
export function hostileWords(at: string): readonly string[] {
  return [
    '[x](command:workbench.action.terminal.new)',
    '[x](<command:workbench.action.terminal.new>)',
    `<img src=${at}/img.png onerror=alert(1)>`,
    `![x](${at}/mark.png)`,
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    `<${at}/angle>`,
    `[x]: ${at}/definition`,
    '$(zap)$(loading~spin)',
    '<command:workbench.action.terminal.new>',
    '`code` **strong** <b>bold</b>',
  ];
}

/** As YAML in double quotes. */
function quoted(words: string): string {
  return JSON.stringify(words);
}

/** Notes whose titles, fields and texts are all of the words, and settings that speak them. */
export function hostileNotes(at: string): Record<string, string> {
  const words = hostileWords(at);
  const all = words.join(' ');
  const one = (index: number) => words[index % words.length] ?? '';
  return {
    '.claimwright.yaml': `domains: [baking]
severity:
  ${quoted(one(0))}: error
types:
  ${quoted(`t ${one(9)}`)}:
    meaning: ${quoted(all)}
    fields:
      ${quoted(one(0))}: { meaning: ${quoted(all)} }
  claim:
    fields:
      mood: { values: { ${quoted(one(3))}: ${quoted(all)} }, meaning: ${quoted(all)} }
`,
    'domains/baking/target.md': `---
type: claim
title: ${quoted(`target ${all}`)}
domain: ${quoted(one(0))}
description: ${quoted(all)}
confidence: ${quoted(one(3))}
source: ${quoted(all)}
created: 2026-01-02
mood: ${quoted(one(2))}
tags: [${words.map(quoted).join(', ')}]
challenged_by: [${words.map(quoted).join(', ')}]
supports:
  - asks
---

# target ${all}

${all}

See [[asks|${one(1).replaceAll('|', '')}]].
`,
    'asks.md': `---
type: claim
title: asks
confidence: ${quoted(one(9))}
supports: target
depends_on: ${quoted(one(0))}
mood:
---

# asks

See [[target]], [[nowhere ${one(9)}]] and [x](<nowhere ${one(4)}.md>).

[[
`,
    'inbox/queue/source.md': `---
type: source
title: ${quoted(`source ${all}`)}
author: ${quoted(one(0))}
url: ${quoted(`${at}/url`)}
date: 2026-01-02
domain: ${quoted(one(3))}
status: unprocessed
priority: ${quoted(one(9))}
claims_extracted:
  - "target"
---

## Agent Notes
**Extraction hints:** Three claims: (1) "Ovens $(zap) of stone keep [x](command:workbench.action.terminal.new) warm for longer than others" — confidence: experimental (<img src=${at}/reason.png>). (2) "Loaves that rest ![x](${at}/hint.png) taste better on the second day" — confidence: likely. (3) "target"
`,
  };
}

/** Commands that an answer may name: those of the extension, and those that the editor told the server. */
const COMMANDS = /^(?:|claimwright\.[\w.]+|editor\.action\.triggerSuggest)$/u;
const markdown = new MarkdownIt({ html: true, linkify: true });

/** Holds everything in an answer to it: Markdown is text and links to notes, commands are known, labels have no icon. */
export function assertHarmless(answer: unknown, where: string): number {
  let seen = 0;
  visit(answer, value => {
    const { kind, value: text, command, tooltip } = value;
    if (kind === 'markdown') {
      seen += 1;
      assertText(String(text), where);
    }
    if (typeof command === 'string') {
      seen += 1;
      assert.match(command, COMMANDS, where);
      assert.doesNotMatch(String(value['title']), /\$\([\w~-]+\)/u, `${where}: an icon`);
    }
    assert.equal(value['isTrusted'], undefined, where);
    if (tooltip !== undefined && typeof tooltip !== 'string')
      assertText(JSON.stringify(tooltip), where);
  });
  return seen;
}

/** Whoever draws it finds nothing but words, lists and links to files. */
export function assertText(text: string, where: string): void {
  assert.doesNotMatch(text, /(?<!\\)\$\(/u, `${where}: an icon in ${text}`);
  for (const token of markdown.parse(text, {}).flatMap(each => [each, ...(each.children ?? [])])) {
    assert.ok(!/^(?:image|html_\w+)$/u.test(token.type), `${where}: ${token.type} in ${text}`);
    if (token.type === 'link_open')
      assert.match(String(token.attrGet('href')), /^file:/u, `${where}: a link in ${text}`);
  }
}

function visit(value: unknown, hear: (found: Readonly<Record<string, unknown>>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  hear(value as Readonly<Record<string, unknown>>);
  for (const each of Object.values(value)) visit(each, hear);
}
