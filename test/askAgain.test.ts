/** What is asked of a server that dies: asked again, but no edit made twice. */
import assert from 'node:assert/strict';
import { type Asked, askAgain, DiedAfterEdit } from '../client/ask-again';
import { Promised } from '../client/promised';

const LOST = new Error('lost');
const isLost = (error: unknown) => error === LOST;

interface Server extends Asked {
  readonly edits: Promise<boolean>[];
}

/** One server after the other is asked, and does what stands here. */
async function asked(
  sendsEdit: boolean,
  ...servers: ((server: Server) => string | Error)[]
): Promise<string> {
  let at = 0;
  const next = async () => ({
    edits: [Promise.resolve(true)],
    ended: new Promised<void>(),
    isLost,
  });
  const ask = async (server: Server) => {
    const said = servers[at++]?.(server) ?? assert.fail('it is asked too often');
    if (typeof said === 'string') return said;
    // It is told of its end later than of what it did not answer.
    setTimeout(() => server.ended.keep(), 5);
    throw said;
  };
  const answer = await askAgain(next, ask, sendsEdit);
  assert.equal(at, servers.length);
  return answer;
}

const dies = () => LOST;
const diesAfterEdit = (made: boolean) => (server: Server) => {
  server.edits.push(Promise.resolve(made));
  return LOST;
};

describe('a question to a server that dies', () => {
  it('is asked of the next one, and not of a third', async () => {
    assert.equal(await asked(false, dies, () => 'an answer'), 'an answer');
    assert.equal(await asked(true, dies, () => 'an answer'), 'an answer');
    await assert.rejects(asked(false, dies, dies), /stopped meanwhile\.$/u);
  });

  it('is not asked again where its edit came, and says what became of that', async () => {
    const isMade = (made: boolean) => (error: unknown) =>
      error instanceof DiedAfterEdit && error.made === made;
    await assert.rejects(asked(true, diesAfterEdit(true)), isMade(true));
    await assert.rejects(asked(true, diesAfterEdit(false)), isMade(false));
    await assert.rejects(asked(true, dies, diesAfterEdit(true)), isMade(true));
  });

  it('is asked again where the edit is of something else', async () => {
    assert.equal(await asked(false, diesAfterEdit(true), () => 'an answer'), 'an answer');
  });

  it('is refused where the server refuses', async () => {
    const refusal = new Error('no');
    await assert.rejects(
      asked(true, () => refusal),
      refusal,
    );
  });

  it('comes to nothing until the server is gone: an edit may come that late', async () => {
    const late = (server: Server) => {
      setTimeout(() => server.edits.push(Promise.resolve(true)), 1);
      return LOST;
    };
    await assert.rejects(asked(true, late), DiedAfterEdit);
  });
});
