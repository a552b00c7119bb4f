/** Whether an answer comes at all. */
import { Finding } from './Finding';

/** Milliseconds within which everything is answered, on a machine with much else to do. */
const PATIENCE = 60_000;

/** The answer; a finding where none comes. */
export async function inTime<Answer>(what: string, answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Finding(`unanswered: ${what}`)), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
