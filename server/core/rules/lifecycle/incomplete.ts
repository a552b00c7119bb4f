/** A note that lacks what its state asks for: a processed source without claims, an axiom on two claims. */

import type { Requirement } from '../../schema/form';
import { enumeration } from '../../text/enumeration';
import { fieldOf, textOf } from '../../text/frontmatter';
import { wordEdit, yamlScalar } from '../../text/yamlText';
import { foldName } from '../../vault/names';
import { fieldFor, readable, saidBy } from '../frontmatter/expected';
import { insertedLine } from '../frontmatter/frontmatterText';
import type { Fix, FixPlace, Place, Rule } from '../rule';

export const incomplete: Rule = {
  code: 'lifecycle/incomplete',
  severity: 'warning',
  summary: 'A note that lacks what its state asks for.',
  docs:
    'A processed source names what came of it, a null result says why, a closed position has an outcome, and a belief rests on as ' +
    'many claims as its level asks for. Where that is missing, either the state is wrong or the work is not done.',
  check(place) {
    return unmet(place).flatMap(({ requirement, field }) => {
      const value = fieldOf(place.note.frontmatter, field)?.values[0];
      if (value === undefined) return [];
      return [{ span: value.inner, message: messageOf(place, requirement), field }];
    });
  },
  fix(place, finding) {
    const found = unmet(place).find(
      ({ requirement, field }) =>
        field === finding.field && finding.message === messageOf(place, requirement),
    );
    if (found === undefined) return [];
    const { requirement, field } = found;
    return [...filled(place, requirement), ...otherStates(place, field)];
  },
};

interface Unmet {
  readonly requirement: Requirement;
  /** The field whose value asks for it. */
  readonly field: string;
}

function unmet(place: Place): Unmet[] {
  if (place.type === undefined || readable(place) === null) return [];
  return place.type.requires.flatMap(requirement => {
    const [field] = Object.keys(requirement.when);
    const asks = Object.entries(requirement.when).every(([name, words]) =>
      words.includes(wordIn(place, name) ?? ''),
    );
    return field !== undefined && asks && !isMet(place, requirement)
      ? [{ requirement, field }]
      : [];
  });
}

function isMet(place: Place, requirement: Requirement): boolean {
  return said(place, requirement) >= (requirement.least ?? 1);
}

/** How many different entries the fields have together. */
function said({ type, note, links }: Place, { any, not = [] }: Requirement): number {
  const { frontmatter } = note;
  if (frontmatter === null) return 0;
  const leads = new Map(
    links.flatMap(({ link, resolution }): [number, string][] =>
      link.field !== null && 'path' in resolution ? [[link.span.start, resolution.path]] : [],
    ),
  );
  const values = any.flatMap(name => {
    const known = type?.field(name);
    const field = known === undefined ? fieldOf(frontmatter, name) : fieldFor(frontmatter, known);
    if (field === undefined) return [];
    if (field.kind === 'map') return [field.name];
    // `claims_extracted: 0` counts none.
    return saidBy(field)
      .filter(value => value.data !== 0)
      .map(value => leads.get(value.inner.start) ?? nameIn(value.text));
  });
  return new Set(values.filter(text => !not.includes(text))).size;
}

/** Where nothing has that name, `[[a claim|shown so]]` and `a claim` are one entry all the same. */
function nameIn(text: string): string {
  const target = /^\s*\[\[([^\]|#]+)(?:[|#][^\]]*)?\]\]\s*$/u.exec(text)?.[1];
  return foldName(target ?? text).replace(/\.md$/u, '');
}

function messageOf(place: Place, requirement: Requirement): string {
  return `${requirement.because} ${lacking(place, requirement)}`;
}

function lacking(place: Place, requirement: Requirement): string {
  const which = enumeration(requirement.any.map(name => `\`${name}\``));
  const { least = 1 } = requirement;
  if (least > 1) return `${which} has ${said(place, requirement)}.`;
  return requirement.not === undefined
    ? `Nothing stands in ${which}.`
    : `${which} is \`${wordIn(place, requirement.any[0] ?? '') ?? ''}\`.`;
}

function wordIn({ note }: Place, name: string): string | undefined {
  return textOf(note.frontmatter, name)?.trim();
}

/** Where one field of a few words is asked for, each word that would do. */
function filled(place: FixPlace, { any, not = [] }: Requirement): Fix[] {
  const [name, more] = any;
  const field = name === undefined || more !== undefined ? undefined : place.type?.field(name);
  const { frontmatter } = place.note;
  if (field === undefined || field.kind !== 'choice' || frontmatter === null) return [];
  const value = fieldOf(frontmatter, field.name)?.values[0];
  return field.values
    .filter(each => !not.includes(each.name))
    .flatMap(each => {
      const line = `${field.name}: ${yamlScalar(each.name)}`;
      const edit =
        value === undefined
          ? insertedLine(place.text, frontmatter, place.type, field.name, line)
          : wordEdit(value, each.name);
      const title = `Set \`${field.name}\` to \`${each.name}\``;
      return edit === null ? [] : [{ title, safe: false, edits: [edit] }];
    });
}

/** The states for which the note has all that they ask for. */
function otherStates(place: FixPlace, name: string): Fix[] {
  const { type, note } = place;
  const value = fieldOf(note.frontmatter, name)?.values[0];
  const field = type?.field(name);
  if (type === undefined || value === undefined || field === undefined) return [];
  const asked = (when: Requirement['when'], word: string) =>
    Object.entries(when).some(([each, words]) => each === name && words.includes(word));
  const fits = (word: string) =>
    type.requires.every(each => !asked(each.when, word) || isMet(place, each));
  return field.values
    .filter(each => each.name !== value.text && fits(each.name))
    .map(each => ({
      title: `Change \`${name}\` to \`${each.name}\``,
      safe: false,
      edits: [wordEdit(value, each.name)],
    }));
}
