/** Settings of the JavaScript engine, to be imported before all else by whatever reads vaults. */
import { setFlagsFromString } from 'node:v8';

/**
 * The heap may grow by so many percent of what it keeps before all of it is collected. The engine itself lets it grow
 * to several times as much where the machine has the memory, and what is checked of a large vault is soon garbage.
 */
setFlagsFromString('--heap-growing-percent=40');
