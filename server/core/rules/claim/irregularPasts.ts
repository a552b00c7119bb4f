/** Past forms that no ending shows: behind its subject, such a word of a title is hardly anything but its verb. */

export const IRREGULAR_PASTS: ReadonlySet<string> = new Set(
  `
  arose ate awoke bade became began begun beheld bent besought bit bled blew bore bought bound bred broke brought built
  burnt burst came caught chose chosen clad clung cost crept cut dealt drank dreamt drew drove dug fallen fed fell felt
  fled flew flung forbade foresaw forgave forgot fought found froze gave given gone got grew grown heard held hid hit hung
  hurt kept knelt knew known laid lay leapt learnt led left lent let lit lost made meant met misled mistook misunderstood
  outdid outgrew outran outsold overcame overran oversaw overshot overthrew overtook paid partook put quit ran rang read
  rebuilt remade repaid rethought retold rewrote rid rode rose said sang sank sat saw seen sent set shed shone shook shot
  shown shrank shut slept slid slit snuck sold sought spent spilt split spoilt spoke sprang spread spun stank stole stood
  strode strove struck stuck stung swam swept swore swung taken taught thought threw told took tore trod undercut underlay
  understood undertook underwent undid unwound upheld went wept withdrew withheld withstood woke won wore wound wove
  written wrote wrung
  `
    .trim()
    .split(/\s+/u),
);
