/** How long ago a date is, at the edges of months and years. */
import assert from 'node:assert/strict';
import { timeApart } from '../server/core/features/frontmatter/timeApart';
import { apartText } from '../server/lsp/frontmatterHoverText';

const WORDS: readonly (readonly [date: string, words: string, weekday: number | null])[] = [
  ['2026-11-22', 'today', 0],
  ['2026-11-21', 'yesterday', 6],
  ['2026-11-23', 'tomorrow', 1],
  ['2026-11-19', '3 days ago', 4],
  ['2026-10-22', '31 days ago', 4],
  ['2026-10-09', '44 days ago', 5],
  ['2026-10-08', '1 month ago', 4],
  ['2026-09-22', '2 months ago', 2],
  ['2026-09-23', '1 month ago', 3],
  ['2027-02-22', 'in 3 months', 1],
  ['2027-02-21', 'in 2 months', 0],
  ['2024-11-23', '23 months ago', 6],
  ['2024-11-22', '2 years ago', 5],
  ['2029-01-01', 'in 2 years', 1],
  ['2026-11', 'this month', null],
  ['2026-10', '1 month ago', null],
  ['2024-10', '2 years ago', null],
  ['2026', 'this year', null],
  ['2027', 'in 1 year', null],
  ['0099-03-01', '1927 years ago', 0],
];

describe('the time between a date and today', () => {
  for (const [date, words, weekday] of WORDS) {
    it(`${date} is ${words}`, () => {
      const apart = timeApart(date, '2026-11-22');
      assert.ok(apart);
      assert.deepEqual([apartText(apart), apart.weekday], [words, weekday]);
    });
  }

  it('is not there where a date is none', () => {
    for (const date of ['', 'soon', '2026-02-30', '2026-13', '2026-00', '26', '2026-1-1'])
      assert.equal(timeApart(date, '2026-11-22'), null, date);
  });

  it('knows leap days', () => {
    assert.deepEqual(timeApart('2024-02-29', '2024-03-01'), {
      unit: 'day',
      count: -1,
      weekday: 4,
    });
    assert.equal(timeApart('2023-02-29', '2024-03-01'), null);
  });
});
