/** What tells a reader what to do, or remarks on the vault: no hint, however much it looks like a sentence. */
import { oneOf, pattern } from './phrases';

const BEGINNING = oneOf(
  'but / and / so / also / then / however / likely / probably / please / the extractor should / the extractor could / extractors should',
);
/** What begins so tells whoever reads the source what to do, or what not. */
const DIRECTING = oneOf(`
  focus / note / scope / look / check / track / flag / watch / verify / compare / combine / use / pair / connect
  / connects / connections? / consider / investigate / distinguish / keep / treat / avoid / skip / see / don't / do not
  / emphasi[sz]e / highlight / read / fetch / wait / revisit / limit / be careful / careful / remember / explore / ask
  / not / nothing / none / no(?=\\s(?:[\\w-]+\\s){0,4}claims?\\b) / may / might / could / would / should / less
  / question / open question / tension / whether
`);
/** What begins so is about the source, the vault, or what was said before. */
const BESIDE = oneOf(`
  need / needs / cross-domain / cross-reference / context / caveat / warning / todo / follow up / follow-up / already
  / value is / null[- ]result / low / worth / useful / potentially useful / key insight / evidence(?=:) / source(?=:)
  / this / that / these / those / it / they / there / which / what / why / how / when does / who / separate
`);
const REMARKS = pattern(
  `^extract(?:\\s+as|:\\s+(?:no|none|nothing))\\b|\\b${oneOf(`
    should be reflected / should be noted / should be flagged / should be checked / should be verified
    / should be treated / worth noting / worth tracking / worth flagging / worth watching / worth checking
    / worth mentioning / noteworthy / needs? follow-up / needs? careful / needs? verification / needs? to be verified
    / needs? further / requires? careful / don't extract / do not extract / don't infer / do not infer
    / don't overclaim / do not overclaim / deserves? attention / less important / less extractable
    / (?:in|of) (?:the|our) (?:[\\w-]+ )?(?:KB|knowledge base|vault) / every other claim / null[- ]result
    / low priority / standalone claim priority / upcoming source / to track for / could connect to
  `)}\\b`,
);
const IMPORTANT = oneOf(`
  single / most / more / key / very / real / truly / interesting / important / surprising / critical / crucial / central
  / main / core / major / novel / powerful / potential / possible / strategic / valuable / useful / [\\w-]*est
`);
const WEIGHTY = oneOf(`
  insight / signal / variable / evidence / finding / question / contribution / framing / frame / takeaway / point
  / important / interesting / critical / crucial / notable / significant / surprising / metric / angle / lens / number
  / figure / caveat
`);
/** "… is the most interesting signal": says that something matters, and not what. */
const EMPHASIS = pattern(
  `\\b(?:is|are|was|remains?)\\s+(?:${oneOf('the / a / an / also / itself / just / both')}\\s+){0,3}` +
    `(?:${IMPORTANT}\\s+){0,4}${WEIGHTY}s?(?=\\s*(?:$|[.,;:—–(-]|${oneOf('for / of / in / here / to')}\\b))`,
);
/** "The most interesting point is …" */
const EMPHASISED = pattern(
  `^(?:(?:but|and|also),?\\s+)?(?:the|one|a)\\s+(?:${IMPORTANT}\\s+){1,4}${WEIGHTY}s?\\s+(?:here\\s+)?(?:is|are)\\b`,
);
const DIRECTED = beginning(DIRECTING);
const ASIDE = beginning(BESIDE);

/** Whether a sentence is advice, a question, or a remark. */
export function isAdvice(sentence: string): boolean {
  return isAside(sentence) || /\?[^\w?]*$/u.test(sentence) || REMARKS.test(sentence);
}

/** Whether it begins as advice or a remark does. */
export function isAside(sentence: string): boolean {
  return isDirected(sentence) || ASIDE.test(sentence);
}

/** Whether it begins as advice does. */
export function isDirected(sentence: string): boolean {
  return DIRECTED.test(sentence);
}

export function isEmphasis(sentence: string): boolean {
  return EMPHASIS.test(sentence) || EMPHASISED.test(sentence);
}

function beginning(heads: string): RegExp {
  return pattern(`^[\\s*_"“]*(?:${BEGINNING}[,:]?\\s+)*${heads}(?=[\\s:,'’?]|$)`);
}
