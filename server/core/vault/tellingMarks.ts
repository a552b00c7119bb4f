/** Marks that slugs leave out although they can be all that tells two names apart: “C++” and “C”, “5%” and “.5%”. */
const TELLING = /[+#*=<>%$€£&@^~]|(?<![\p{L}\p{N}])[.−-](?=\p{N})/gu;

/** In their order. */
export function tellingMarks(name: string): string {
  return (name.match(TELLING) ?? []).join('');
}
