/** Finite forms of the verbs that claims are made with. */

export const CERTAIN = words(`
  is are was were am has have had does do did can could will would may might must shall should cannot
  isn't aren't wasn't weren't hasn't haven't doesn't don't didn't can't won't couldn't wouldn't
`);
/** Third person; many end like plurals of nouns, so those that mostly are nouns are left out. */
export const SINGULAR = words(`
  accelerates accepts accounts achieves acts adapts adds aligns allows amplifies appears applies argues arises arrives
  asks assigns assumes attracts avoids bears becomes begins believes belongs bends benefits binds blames blocks blurs
  borrows breaks brings builds burns buys captures carries catalyzes catches causes challenges changes climbs closes
  collapses comes commands competes complements compounds compresses concentrates confirms conflicts confuses connects
  constitutes constrains contains continues contradicts contributes converges converts cools corrects correlates costs
  covers creates cuts decays decides declines decreases defines degrades delays delivers demands demonstrates denies
  depends derives destroys determines deters develops dies differs dilutes discourages dismantles disrupts dissolves
  distorts distributes divides dominates doubles drives drops eases eats elevates eliminates emerges employs enables
  encodes encourages ends enforces enhances ensures enters erodes escapes establishes evolves exceeds excels exists
  expands expects explains exploits exposes extends faces facilitates fades fails falls favors feeds feels fills finds
  fits flattens flies follows forces forgets forms fragments functions gains generates gets gives goes governs grows
  halves happens harms hears helps hides hinges hires holds homogenizes hopes hurts identifies ignores impedes implies
  imposes improves incentivizes includes increases indicates induces inflates influences informs inherits inhibits
  insulates integrates intensifies introduces invents inverts invests involves isolates joins justifies keeps kills
  knows lacks lags lasts leads learns leaves lends lengthens lets leverages lies likes limits loses loves lowers
  maintains makes manages masks matches matters maximizes means mediates meets mimics mirrors misleads misses
  moderates monopolizes motivates moves multiplies narrows needs neglects neutralizes notices obeys obscures occurs
  offers offsets opens operates organizes outgrows outlasts outlives outpaces outperforms outweighs overcomes
  overlooks overrides oversells overstates overtakes owes pays penalizes perceives performs permits persists poses
  postpones precedes predicts prefers preserves pressures prevents prices prioritizes privileges produces progresses
  promotes proposes protects proves provides pulls punishes pushes qualifies quits raises reaches reads rebuilds
  receives recruits reduces refers reflects refuses regains reinforces relies remains removes renders replaces
  represents requires reshapes resolves restores restricts results returns reveals reverses rewards rises risks runs
  satisfies saturates saves says scales scores screens sees selects sells sends separates serves sets settles shapes
  shifts shortens shows shrinks signals simplifies sinks sits sleeps slows solves speaks specifies spends spreads
  stabilizes stands stays stems stimulates stops strengthens struggles submits subsidizes substitutes succeeds suffers
  suggests supplies supports surpasses survives sustains takes teaches tells tends thinks threatens throws tracks
  transfers transforms translates transmits treats tries triggers triples turns undercuts undermines unifies unlocks
  uses validates varies violates wants weakens wears weighs widens wins works worsens writes yields
`);
/** Beside a plural; those that mostly are nouns or adjectives are left out. */
export const PLURAL = words(`
  accelerate accept accumulate achieve adapt add admit adopt agree align allow amplify appear apply argue arise arrive
  ask assign assume attract avoid bear become begin behave believe belong blame blur borrow break bring build burn buy
  capture carry catch cause cease challenge charge choose climb coincide collapse come compete compose compress
  concentrate confirm conflict confuse constitute constrain consume contain continue contradict contribute converge
  convert correlate create crowd decay decide decrease degrade deliver demonstrate deny depend derive destroy deter
  determine develop die differ diffuse dilute direct disappear disrupt dissolve distinguish distort diverge dominate
  double drive earn ease eat elevate eliminate emerge employ enable encourage enforce enhance ensure enter erode
  escape evolve exceed excel excuse exhibit exist expand expect explain exploit export expose extend face fail fall
  favor feed feel fight fill fit flatten follow forget forgo fuel function gain generate get give go govern grow halve
  happen have hear help hide hire hold honor hope hurt identify ignore imply impose improve incentivize include
  increase indicate inflate inform inherit integrate intensify interact introduce invent invest involve join judge
  jump keep kill know lack lag lead learn leave lend lengthen lie like lose love lower maintain make match matter
  maximize mean mediate migrate mimic mirror misalign mislead miss monopolize motivate multiply need neglect notice
  obey obscure occur offer operate optimize organize outcompete outgrow outlast outlive outpace outperform outweigh
  overcome overlook override oversell overstate overtake owe own pay penalize perceive perform permit persist pose
  postpone praise precede predict prefer preserve prevent prioritize produce prolong promise propose protect prove
  provide punish quit raise reach read receive recruit reduce refuse regain reinforce reject rely remain remove render
  repair repeat replace represent require reshape resist resolve respond restore restrict restructure retain retreat
  reveal reverse reward rise satisfy save say scale see seek select sell send separate serve settle shape share shift
  shorten show shrink sink sleep solve speak specify spend split spread stabilize start stay stop strengthen struggle
  submit subsidize substitute succeed suffer suggest supply support surpass surprise survive sustain swap switch take
  teach tend think threaten tie transcend transform translate transmit travel treat trigger triple try turn undercut
  undermine unify unlock use validate vary violate visit wait walk want weaken wear widen win wish work worsen write
`);
export const PAST = words(`
  became began broke brought built came chose cut drove fell found gave got grew held kept knew led left lost
  made met paid proved put ran rose said saw sold sent set shrank spent stood took taught thought told went won
  wrote achieved collapsed created doubled failed increased reached reduced remained replaced showed tripled
`);

/** Of a list between blanks. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
