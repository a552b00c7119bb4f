/** What a reference CommonMark parser says is code: the second opinion of the differential tests. */
import { fromMarkdown } from 'mdast-util-from-markdown';

interface Node {
  readonly type: string;
  readonly position?: { readonly start: { offset?: number }; readonly end: { offset?: number } };
  readonly children?: readonly Node[];
}

/** One flag a UTF-16 unit: 1 where the reference sees code, 2 where it sees raw HTML. */
export function referenceCode(body: string): Uint8Array {
  const flags = new Uint8Array(body.length);
  const visit = (node: Node): void => {
    const flag =
      node.type === 'code' || node.type === 'inlineCode' ? 1 : node.type === 'html' ? 2 : 0;
    if (flag > 0) flags.fill(flag, node.position?.start.offset, node.position?.end.offset);
    for (const child of node.children ?? []) visit(child);
  };
  visit(fromMarkdown(body) as Node);
  return flags;
}
