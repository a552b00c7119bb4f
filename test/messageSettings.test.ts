/** What is told of bad commit messages in `.claimwright.yaml`, and that all else of them holds. */
import assert from 'node:assert/strict';
import { configHover } from '../server/core/features/settings/configHover';
import { defaultMessage } from '../server/core/schema/messageForm';
import { readConfig } from '../server/core/schema/readConfig';
import { Vault } from '../server/core/vault/Vault';

function read(...lines: readonly string[]) {
  const text = ['message:', ...lines.map(line => `  ${line}`), ''].join('\n');
  const { config, problems } = readConfig(text, []);
  const told = problems.map(({ span, message, instead }) => ({
    marked: text.slice(span.start, span.end),
    message,
    instead,
  }));
  return { message: config.message, told };
}

describe('settings of commit messages', () => {
  it('take effect, and what is not said is as usual', () => {
    const { message, told } = read(
      'subject: "x {summary}"',
      'trailers:',
      '  - "A-Key: {agent}"',
      '  - B: two words',
      '  - { C: c, D: d }',
      'signatures: { Ada: Ada <a@b> }',
    );
    assert.deepEqual(told, []);
    assert.deepEqual(message, {
      subject: 'x {summary}',
      body: defaultMessage.body,
      trailers: ['A-Key: {agent}', 'B: two words', 'C: c', 'D: d'],
      signatures: new Map([['ada', 'Ada <a@b>']]),
    });
  });

  it('mark a field that there is not, with what may be meant, and leave its line out', () => {
    const { message, told } = read(
      'subject: "{agnt}: {summary}"',
      'body: |',
      '  - {sources}',
      '  - {weather} {Claims}',
      'trailers:',
      '  - "A: {agent}"',
      '  - "B: {signture}"',
      '  - C: "{nothing}"',
    );
    assert.deepEqual(
      told.map(({ marked, instead }) => [marked, instead]),
      [
        ['agnt', 'agent'],
        ['weather', undefined],
        ['Claims', 'claims'],
        ['signture', 'signature'],
        ['nothing', undefined],
      ],
    );
    assert.match(told[0]?.message ?? '', /^There is no field `agnt`\. Did you mean `agent`\?$/u);
    assert.match(told[1]?.message ?? '', /These are: `agent`, `signature`/u);
    assert.deepEqual(message, { ...defaultMessage, trailers: ['A: {agent}'] });
  });

  it('mark a trailer that git would not read as one', () => {
    const { message, told } = read(
      'trailers:',
      '  - no colon',
      '  - "two words: x"',
      '  - Two words: x',
      '  - "Good-One: x: y"',
      '  - 7',
      '  - [a]',
    );
    assert.deepEqual(
      told.map(({ marked, message: said }) => `${marked} | ${said}`),
      [
        'no colon | A trailer is a key, a colon and a value.',
        '"two words: x" | `two words` cannot be the key of a trailer: that is letters, digits and hyphens.',
        'x | `Two words` cannot be the key of a trailer: that is letters, digits and hyphens.',
        '7 | `trailers` is a list of lines `Key: value`.',
        '[a] | `trailers` is a list of lines `Key: value`.',
      ],
    );
    assert.deepEqual(message.trailers, ['Good-One: x: y']);
  });

  it('mark an unquoted brace and a key that is no setting', () => {
    const { told } = read('subject: {summary}', 'trailer: x');
    assert.deepEqual(
      told.map(({ marked, message }) => `${marked} | ${message}`),
      [
        '{summary} | One word or sentence belongs here.',
        'trailer | `trailer` is no setting here. Did you mean `trailers`?',
      ],
    );
  });

  it('are explained on hover', () => {
    const text = 'message:\n  signatures: { ada: x }\n';
    const shown = configHover(new Vault(), text, text.indexOf('signatures') + 1);
    assert.match(shown?.meaning ?? '', /^How each agent signs/u);
  });
});
