/** Makes titles like a vault's: sentences of words that are as unequally common as those of a language. */

/** A seeded generator of numbers from 0 to 1 (mulberry32): every run measures the same titles and queries. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Some of the items, none twice, in any order. */
export function pick<T>(items: readonly T[], count: number, next: () => number): T[] {
  const rest = items.slice();
  const picked: T[] = [];
  while (picked.length < count && rest.length > 0) {
    picked.push(...rest.splice(Math.floor(next() * rest.length), 1));
  }
  return picked;
}

const COMMON =
  'the of to and a is in that because not for are from with as by than when on it but can without which more only their they through rather before be between has'.split(
    ' ',
  );
const STEMS =
  'account adapt agent align allocat analys argu attent author automat bank barrier behav benefit bias border budget capital capab captur caus central challeng citizen claim climat coalit cogniti collaborat collapse collect commerc commun compet complex comput concentrat conflict consens constrain consum contract control converg cooperat coordinat cost creat credit cultur currenc cycl danger deci default deliver demand democra depend deploy design detect develop diffus digit discover distribut divers doctor domain durabl econom educat effect efficien elect emerg employ energ enforc equilibr evaluat evidenc evolv exchang expect experiment explor extract fail feedback financ forecast fragment friction fund generat global govern grow guarantee harvest health hierarch histor housing identit impact incent income indicator industr inequal inflat inform infrastruct innovat instit insur integrat intellig interact interest interpret invest journal judg knowledg labor languag latenc leader learn legal legitim leverag liquid literac logist maint manag manufactur margin market mechan media medic memor migrat mobil model modul monitor monopol narrat negotiat network nutrit observ open optim organ owner pattern percept perform permiss platform polic polit popul portfol power preced predict prefer pressur prevent pric privac produc profess profit protect protocol provid public quant rational react reason recover reform refus regulat relat reliab replac represent reput research resilien resist resourc respons reveal revers reward risk robust satur scal scarc scienc secur select sensor sequenc signal simul social software solar special specul stabil standard statist stimul storag strateg structur subsid supervis suppl surveil sustain system techn terrain threshold token tolerat trade tradit transact transfer transit transpar treat trust turbul uncertain union urban valid valu variab vendor verif violat volatil vot wage warrant water wealth welfar'.split(
    ' ',
  );
const ENDINGS = ['', 's', 'ed', 'ing', 'ion', 'ions', 'al', 'ive', 'ment', 'ity', 'or', 'ically'];

/** Flattens the commonest ranks, after Mandelbrot: "the" stands in a fifth of real titles, not in most. */
const HEAD = 10;

/** Function words take turns with stems under Zipf's law. */
export function zipfWords(next: () => number): () => string {
  const words: string[] = [];
  for (const ending of ENDINGS) for (const stem of STEMS) words.push(stem + ending);
  for (let at = words.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [words[at], words[other]] = [words[other] ?? '', words[at] ?? ''];
  }
  words.unshift(...COMMON);
  // Ranks follow 1/(rank + HEAD): the inverse of its sum is an exponential.
  const steps = (words.length + HEAD) / HEAD;
  return () => words[Math.floor(HEAD * steps ** next() - HEAD)] ?? 'the';
}

/** Some words of a title are numbers or rare names. */
export function makeTitles(count: number): string[] {
  const next = random(count);
  const zipf = zipfWords(next);
  const name = () => {
    const syllables = ['ka', 'lo', 'mi', 'ren', 'tas', 'vu', 'zor', 'bel', 'dan', 'qui'];
    return Array.from({ length: 4 }, () => syllables[Math.floor(next() * 10)]).join('');
  };
  return Array.from({ length: count }, () => {
    const length = 11 + Math.floor(next() * 15);
    const title = Array.from({ length }, () => {
      const kind = next();
      return kind < 0.015 ? String(Math.floor(next() * 2050)) : kind < 0.04 ? name() : zipf();
    });
    return title.join(next() < 0.2 ? '-' : ' ');
  });
}
