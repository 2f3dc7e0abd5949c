/**
 * A token that a link brought, until the person takes it or forgets it. In a closure and not in a store: stores are
 * reachable from the page's tree, and a token is nobody's business but the request's.
 */
export const offeredToken = createOffer();

function createOffer() {
  let held = '';
  return {
    hold: (token: string): void => {
      held = token;
    },
    /** Gives it once. */
    take: (): string => {
      const token = held;
      held = '';
      return token;
    },
  };
}
