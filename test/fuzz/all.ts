/** Every target of the fuzzer, as they follow each other in the document; a new one is one file and one line here. */
import type { Target } from './Target';
import { bytes } from './targets/bytes';
import { cache } from './targets/cache';
import { commandLine } from './targets/commandLine';
import { drafts } from './targets/drafts';
import { edits } from './targets/edits';
import { fields } from './targets/fields';
import { fixes } from './targets/fixes';
import { flat } from './targets/flat';
import { frontmatter } from './targets/frontmatter';
import { git } from './targets/git';
import { graphs } from './targets/graphs';
import { hints } from './targets/hints';
import { incremental } from './targets/incremental';
import { code, links } from './targets/markdown';
import { messages } from './targets/messages';
import { moves } from './targets/moves';
import { names } from './targets/names';
import { navigation } from './targets/navigation';
import { packedNotes } from './targets/packed';
import { parse } from './targets/parse';
import { preview } from './targets/preview';
import { queries } from './targets/queries';
import { rename } from './targets/rename';
import { repairs } from './targets/repairs';
import { resolver } from './targets/resolver';
import { config } from './targets/settings';

export const targets: readonly Target[] = [
  parse,
  code,
  links,
  frontmatter,
  flat,
  hints,
  config,
  names,
  resolver,
  incremental,
  packedNotes,
  cache,
  fixes,
  fields,
  edits,
  rename,
  repairs,
  moves,
  drafts,
  navigation,
  queries,
  graphs,
  preview,
  commandLine,
  git,
  messages,
  bytes,
];
