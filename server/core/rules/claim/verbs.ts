/** Which words of a title can be its verb: there is no grammar here, only lists and endings, in favour of the author. */
import { IRREGULAR_PASTS } from './irregularPasts';

/** Words that are hardly ever anything but a verb, or that only a sentence has. */
const SURE = new Set(
  words(`
    is are was were be been being am has have had do does did done can cannot could may might must shall should will
    would isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't can't won't couldn't shouldn't wouldn't
    mustn't because unless although whereas if when whenever while until whether so that not than lest
    become becomes brings chooses costs draws drives falls feels gives goes grows gets holds keeps knows leads lies lets
    makes means meets puts sets cuts hits says sends shows takes tells understands wins writes beat beats
  `),
);

/** In their first form; what ends like one of their other forms counts as well. */
const VERBS = new Set(
  words(`
    meander mourn wheeze browse bottleneck flood roar whisper erupt evade graze hatch hunt howl itch linger molt nest prowl
    purr roam sting thaw wither yawn sneeze cough shiver squeak snore stink stutter hum blush faint graduate emigrate
    vaccinate misbehave overheat corrode bloom blossom evaporate leach seep trickle wilt
    mould mold rot rust ripen sour spoil swell boil melt dry crack crumble crisp brown shine glow hang wash clean
    hear rhyme convict copy pave fear innovate document lie knead bake stale ferment cook breathe sleep wake teach walk
    cycle pedal swim fly climb jump laugh cry smile sing dance paint print design engineer code debug deploy ship crash
    absorb accelerate accept accompany accrue achieve acquire act adapt add address adjust adopt advance affect afford
    agree aggregate aid aim align allocate allow alter amount amplify anchor answer anticipate appeal appear apply
    approach argue arise ask assess assign assist assume attract avert avoid await balance ban become begin behave
    believe belong bend benefit bias bind blind block blur boost borrow bound break breed bridge bring broaden build
    burn buy bypass calibrate call cancel capture care carry cascade catch cause challenge change charge choose
    circumvent claim close collapse combine come commit compare compel compensate compete complement complete comply
    compound compress concentrate concern confirm conflict confuse connect conserve consist consolidate constitute
    constrain consume contain continue contract contradict contribute control converge convert convey convince
    coordinate correlate correspond count cover create crowd cure cut damage deal decay decide decline decouple decrease
    deepen defeat defend defer define degrade delay deliver demand democratize demonstrate deny depend deplete derive
    describe deserve destroy detect deter deteriorate determine develop deviate devour die differ diffuse diminish
    disappear discourage discover disguise displace disprove disrupt dissolve distinguish distort distribute diverge
    divert divide dominate double drag draw drift drive drop drown dwarf earn ease eat economize elevate eliminate
    embody emerge emphasize empower enable encode encourage end endure enforce engage enhance enjoy enlarge enrich ensure
    entail enter entrench equal erode escape establish estimate evaporate evolve exacerbate exaggerate exceed excel
    exclude exhaust exist expand expect experience explain exploit explode expose express extend extract face
    facilitate fade fail fall falter favor favour feed feel fight fill filter find finish fit fix flatten flourish flow
    focus follow force forget form formalize foster fracture fragment frame free freeze fulfil fulfill function fund
    gain generalize generate give go govern grow guarantee guide halt halve hamper handle happen harm heal help hide
    hinder hire hold host hurt identify ignore illustrate impact impair impede imply impose improve incentivize include
    increase indicate induce inflate influence inform inherit inhibit initiate inject insulate integrate intensify
    interact interfere introduce invalidate invert invest invite invoke involve isolate jeopardize join justify keep
    kill know lack lag lead leak learn leave legitimize lessen let level leverage lie lift limit link listen live lock
    look loosen lose lower maintain make manage manifest map mask match matter maximize mean measure mediate meet merge
    migrate mimic minimize mirror miss mitigate mobilize model moderate monitor motivate move multiply narrow need
    neglect obscure observe obsolete obtain occupy occur offer offset omit open operate oppose optimize organize
    originate oscillate outcompete outgrow outlast outlive outnumber outpace outperform outrun outweigh overcome
    overestimate overlook override overshoot overstate overtake overwhelm owe own pass pay peak penalize penetrate
    perform permit perpetuate persist persuade pick pivot place plateau play please plummet point poison polarize
    possess postpone precede predate predict prefer prepare preserve press presume prevail prevent price prioritize
    privilege probe proceed produce profit proliferate prolong promise promote prompt propagate protect prove provide
    punish purchase push quit raise range rank reach react read rebuild recall receive recognize recommend reconcile
    recover recur redefine redirect reduce refine reflect reform refuse regain regulate reinforce reject relate relax
    release rely remain remember remove render renew repeat replace replicate represent require resemble resist resolve
    respond rest restore restrict restructure result retain rethink retire retreat return reveal reverse reward ride
    rise risk rival run sabotage sacrifice safeguard satisfy save scale scare scatter seek seem segment select self-organize
    sell send separate serve settle shape share shift shorten show shrink sign signal silence simplify sink sit slip slow
    smooth solve spark speed spend split spread spur stabilize stack stagnate stand start starve stay stem stifle stimulate
    stop strain strand streamline strengthen stretch strike structure struggle subsidize substitute subvert succeed
    suffer suffice suggest suit supersede supplant support suppress surface surge surpass survive sustain swallow sweep
    switch take talk target teach tell tempt tend test thrive throttle tie tighten tip tolerate top trace trade transcend
    transfer transform translate trap travel treat trigger trim triple trump trust turn undercut underestimate undergo
    underlie undermine underperform understand undo unify unleash unlock unravel upend uphold use validate value vanish
    vary vindicate violate vote waive walk wane want warn warp waste weaken wear weigh widen win withdraw withhold
    withstand work worry worsen wreck write yield
  `),
);

/** Whether a word in small letters is the past of a verb without an ending; an adjective, too, as “left” is. */
export function isIrregularPast(word: string): boolean {
  return IRREGULAR_PASTS.has(word);
}

/** Endings of nouns that look like forms of a verb. */
const NOUN =
  /(?:ss|us|is|ics|ness|itys|ities|ments|tions|sions|isms|ists|ships|ologies|ances|ences|ers|ors|eed|hundred|hatred|naked|sacred|infrared)$/u;

function words(list: string): string[] {
  return list.trim().split(/\s+/u);
}

/** Whether a word in small letters surely makes a sentence of a title. */
export function isSureVerb(word: string): boolean {
  return SURE.has(word);
}

/** Whether it is a form of a verb that claims use. */
export function isVerb(word: string): boolean {
  return [word, ...stems(word)].some(each => VERBS.has(each));
}

/** Whether it may be a form of some other verb: in a sentence that is not known, this may be the verb. */
export function looksLikeVerb(word: string): boolean {
  if (NOUN.test(word)) return false;
  return /[a-z]{3}s$|[a-z]{2}ed$/u.test(word);
}

/** What it would be without the ending of the third person or of the past. */
function stems(word: string): string[] {
  const ended = /^(.+?)(?:(ies|ied)|(es|ed)|(s))$/u.exec(word);
  if (ended === null) return [];
  const [, stem = '', ie, e] = ended;
  if (ie !== undefined) return [`${stem}y`, `${stem}ie`];
  if (e === undefined) return [stem];
  const single = /([a-z])\1$/u.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...single];
}
