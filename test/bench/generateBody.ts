/** Makes the body of a generated note: headings, paragraphs, lists, quotes, tables and code, with links among them. */
import type { Body, Maker } from './generateVault';

/** As `body` says, on the average. */
export function makeBody(title: string, body: Body, make: Maker): string {
  const size = make.size(body.size, body.spread);
  const dash = make.newNote() ? '-' : '—';
  const blocks = [`# ${title}`];
  let length = title.length;
  let links = Math.round((size / body.perLink) * (0.5 + make.next()));
  while (length < size) {
    const block = make.chance(body.headings) ? heading(make) : blockOf(make);
    // Some links stand in running text, most in a list at the end.
    const linked = links > 0 && make.chance(0.15) && !/^(?:```|#)/u.test(block);
    if (linked) links--;
    blocks.push(linked ? `${block} [[${make.target()}]]` : block);
    length += block.length + 2;
  }
  if (links > 0) {
    const items = Array.from({ length: links }, () => {
      const reason = make.chance(0.4) ? ` ${dash} ${make.sentence()}` : '';
      return `- [[${make.target()}]]${reason}`;
    });
    blocks.push('---', 'Relevant Notes:', items.join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

function heading({ sentence }: Maker): string {
  return `## ${sentence().slice(0, 40).replace(/\W+$/u, '')}`;
}

function blockOf(make: Maker): string {
  const kind = make.next();
  const { sentence } = make;
  if (kind < 0.2) {
    const items = Array.from({ length: 4 }, () => `- **${words(2, make)}:** ${sentence()}`);
    return items.join('\n');
  }
  if (kind < 0.25) return `> ${sentence()}\n> ${sentence()}`;
  if (kind < 0.27) return `| a | b |\n|---|---|\n| ${words(4, make)} | \`${words(1, make)}\` |`;
  if (kind < 0.28) return `\`\`\`\n${sentence()}\n\`\`\``;
  const sentences = Array.from({ length: 1 + Math.floor(make.next() * 4) }, sentence);
  if (kind < 0.5) sentences[0] = `**${words(4, make)}.** ${sentences[0]}`;
  return sentences.join(' ');
}

function words(count: number, make: Maker): string {
  return make.sentence().split(' ').slice(0, count).join(' ');
}
