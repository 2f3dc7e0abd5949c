import type { OpenSession } from '../sessions.ts';

export const openEcho: OpenSession<'echo'> = async (start) => ({
  async ask(question, { tell }) {
    if (question === '') throw new RangeError('There is nothing to say.');
    for (const letter of question) tell(letter);
    return { answer: `${start}${question}`, transfer: [] };
  },
});
