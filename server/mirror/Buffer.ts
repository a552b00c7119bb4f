/** What gray-matter wants of Node: it keeps a text as bytes, too, which nobody reads. Put in by the build for browsers. */
export const Buffer = { from: (text: string) => text };
