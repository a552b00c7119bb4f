/** Names in messages are cut: most file names here are whole sentences. */
export function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
