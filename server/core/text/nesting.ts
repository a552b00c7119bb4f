/** Tells YAML that is nested deeper than anybody writes: the parser recurses, and V8 can end the process where the stack does. */
const MAX_DEPTH = 100;
const ITEMS_IN_ITEMS = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${MAX_DEPTH}}`, 'mu');
// Each level of a block is indented by one blank or more.
const INDENT = new RegExp(`^ {${MAX_DEPTH * 4}}`, 'mu');

export function isTooDeep(yaml: string): boolean {
  let depth = 0;
  for (let at = 0; at < yaml.length; at++) {
    const code = yaml.charCodeAt(at);
    // Brackets in quotes and in plain text count too: nobody leaves so many of them open.
    if (code === 0x5b || code === 0x7b) depth++;
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return ITEMS_IN_ITEMS.test(yaml) || INDENT.test(yaml);
}
