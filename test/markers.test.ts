/** Runs every file under test/markers, and shows that the runner itself fails where it should. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMarkerFile } from './support/runMarkerFile';

const root = join(import.meta.dirname, 'markers');

describe('markers', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter(each => each.isDirectory());
  for (const { name: folder } of folders) {
    describe(folder, () => {
      const names = readdirSync(join(root, folder)).sort();
      it('has nothing but marker files', () => {
        assert.ok(names.length > 0);
        assert.deepEqual(
          names.filter(name => !name.endsWith('.txt')),
          [],
        );
      });
      for (const name of names) {
        it(name.replace(/\.txt$/u, '').replaceAll('-', ' '), () => {
          runMarkerFile(readFileSync(join(root, folder, name), 'utf8'));
        });
      }
    });
  }

  describe('the runner', () => {
    const link = '=== a.md\n[[nowhere]]\n';
    const cases: Record<string, readonly [source: string, error: RegExp]> = {
      'refuses an unknown section': ['=== frobnicate\n', /unknown section/u],
      'refuses an unknown option': ['=== a.md (loud)\ntext\n', /unknown option/u],
      'refuses an unknown check': [
        `=== check luck\n=== nothing is reported\n${link}`,
        /unknown check/u,
      ],
      'refuses an unknown feature': ['=== a.md\n‸\n=== dance at ‸\n', /unknown feature/u],
      'refuses a feature without a cursor': ['=== a.md\n=== link at ‸\n', /no cursor/u],
      'refuses two cursors': ['=== a.md\n‸‸\n=== link at ‸\n', /more than one cursor/u],
      'refuses a file that asserts nothing': [link, /asserts nothing/u],
      'refuses a malformed marker': [`${link}^^^^\n`, /not a marker line/u],
      'refuses carets behind the line': [
        `${link}${' '.repeat(12)}^ link/missing\n`,
        /point behind/u,
      ],
      'refuses a label of no check': [
        `${link}  ^^^^^^^ link to nothing\n`,
        /no check of this file/u,
      ],
      'misses what is not marked': [
        `${link}[[neither]]\n  ^^^^^^^ link/missing\n`,
        /markers of a\.md/u,
      ],
      'misses what is not reported': ['=== a.md\ntext\n^^^^ link/missing\n', /markers of a\.md/u],
      'compares the place': [`${link}  ^^^^^^ link/missing\n`, /markers of a\.md/u],
      'compares the severity': [`${link}  ^^^^^^^ link/missing warning\n`, /markers of a\.md/u],
      'compares the message': [`${link}  ^^^^^^^ link/missing: Some\n`, /markers of a\.md/u],
      'compares silence': [`=== nothing is reported\n${link}`, /markers of a\.md/u],
      'knows one fix from several': [
        `${link}  ^^^^^^^ link/missing\n=== a.md after fix "Frob"\n`,
        /0 fixes of a\.md begin with/u,
      ],
      'compares the text after a fix': [
        `${link}  ^^^^^^^ link/missing\n=== a.md after fix "Remove"\nsomewhere\n`,
        /after fix/u,
      ],
    };
    for (const [what, [source, error]] of Object.entries(cases)) {
      it(what, () => assert.throws(() => runMarkerFile(source), error));
    }
  });
});
