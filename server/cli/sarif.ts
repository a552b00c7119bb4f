/** The report of `check` as SARIF 2.1.0, which code scanning takes. */
import { version } from '../../package.json';
import { invalidConfig } from '../core/features/settings/configFile';
import { rules } from '../core/rules/all';
import type { Severity } from '../core/schema/config';
import type { Found } from './findings';
import { digest, identityOf, keyOf } from './identity';
import { jsonText } from './json';

type Level = 'error' | 'warning' | 'note';

const LEVELS: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const documented = [...rules, invalidConfig];

const ruleIndex = new Map(documented.map(({ code }, index) => [code, index]));

/** One document. `prefix` goes before the paths of notes. */
export function sarifReport(findings: readonly Found[], prefix: string): string {
  const equals = new Map<string, number>();
  const results = findings.map(found => {
    const key = keyOf(identityOf(found));
    const number = (equals.get(key) ?? 0) + 1;
    equals.set(key, number);
    return resultOf(found, prefix, digest(`${key}\0${number}`, 32));
  });
  const run = {
    tool: {
      driver: { name: 'Claimwright', semanticVersion: version, rules: documented.map(ruleOf) },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    results,
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return jsonText(log);
}

function ruleOf({ code, severity, summary, docs }: (typeof documented)[number]) {
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: docs, markdown: docs },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [code.slice(0, code.indexOf('/'))] },
  };
}

function resultOf(found: Found, prefix: string, fingerprint: string) {
  const { start, end } = found.range;
  return {
    ruleId: found.code,
    ruleIndex: ruleIndex.get(found.code) ?? -1,
    level: LEVELS[found.severity],
    message: { text: found.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(`${prefix}${found.file}`), uriBaseId: '%SRCROOT%' },
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
      },
    ],
    partialFingerprints: { 'claimwrightFinding/v1': fingerprint },
  };
}

/** Relative; each segment encoded, so that no name looks like a scheme, a query or a fragment. */
function uriOf(path: string): string {
  // Half a surrogate pair, which Windows allows in names, cannot be encoded.
  const whole = path.replace(/\p{Surrogate}/gu, '\ufffd');
  return whole.split('/').map(encodeURIComponent).join('/');
}
