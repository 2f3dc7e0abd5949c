import { inWords } from '../ui/tasks/duration.ts';

export interface TokenLife {
  readonly words: string;
  readonly soon: boolean;
}

const SOON_MS = 5 * 60_000;

/** Remaining life of a token in words; null when it does not tell (no JWT, or no `exp`). */
export function tokenLife(expiresAt: number | null, now: number): TokenLife | null {
  if (expiresAt === null) return null;
  const left = expiresAt - now;
  if (left <= 0) return { words: 'expired', soon: true };
  return { words: `${inWords(left)} left`, soon: left < SOON_MS };
}
