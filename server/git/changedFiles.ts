/** Which files below a folder of a repository differ from a commit, at once: for the command line. */
import { type Compared, type Comparison, comparison } from './comparison';
import { runGit } from './run';

export function changedFiles(compared: Compared): Comparison {
  const work = comparison(compared);
  const nothing = Buffer.alloc(0);
  for (let step = work.next(); ; ) {
    if (step.done === true) return step.value;
    const { value } = step;
    step = work.next(
      value === null ? nothing : runGit(compared.folder, value.args, value.input ?? ''),
    );
  }
}
