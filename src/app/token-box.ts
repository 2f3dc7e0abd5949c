import { type RefCallback, useMemo } from 'react';
import type { TokenHolder } from '../client/token.ts';
import { readToken } from '../core/intake/token.ts';
import { useServices } from '../queries/client-context.tsx';
import { useNotices } from '../state/notices.ts';

/** The token field's text, held outside React and the DOM's attributes, and the way from it to the holder. */
export interface TokenBox {
  readonly field: RefCallback<HTMLInputElement>;
  readonly type: (text: string) => void;
  /** Puts a token into the field and gives it to the holder. */
  readonly put: (token: string) => void;
  /** Takes what stands in the field as the token. False when it cannot be one; the field says why. */
  readonly give: () => boolean;
}

export function useTokenBox(): TokenBox {
  const { token } = useServices();
  return useMemo(() => createTokenBox(token), [token]);
}

/** What `useTokenBox` keeps for the life of the page. */
export function createTokenBox(token: TokenHolder): TokenBox {
  let text = '';
  let element: HTMLInputElement | null = null;
  const show = () => {
    if (element && element.value !== text) element.value = text;
  };
  const give = (): boolean => {
    if (text.trim() === '') {
      // What was said stays: leaving the field must not move what is about to be clicked.
      token.clear();
      return true;
    }
    const read = readToken(text);
    // A token that is known to be cut is not sent either: it would only be refused.
    const [problem] = read.ok ? read.problems : [read.problem];
    if (!read.ok || problem) {
      if (problem) useNotices.getState().tell('token', problem);
      return false;
    }
    useNotices.getState().clear('token');
    token.set(read.token.value);
    text = read.token.value;
    show();
    return true;
  };
  return {
    field: (next) => {
      element = next;
      show();
    },
    type: (typed) => {
      text = typed;
      useNotices.getState().clear('token');
    },
    put: (given) => {
      text = given;
      show();
      give();
    },
    give,
  };
}
