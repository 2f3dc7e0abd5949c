import { type ReactNode, StrictMode } from 'react';
import { onTestFinished, vi } from 'vitest';
import { render } from 'vitest-browser-react';

/** Renders as the page does, and fails the test when anything logged an error or a warning. */
export async function shownStrictly(
  what: ReactNode,
): Promise<{ readonly rerender: (what: ReactNode) => Promise<void> }> {
  const logs = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  onTestFinished(() => {
    const said = logs.flatMap((log) => log.mock.calls);
    for (const log of logs) log.mockRestore();
    if (said.length > 0) throw new Error(`The page logged: ${JSON.stringify(said)}`);
  });
  const { rerender } = await render(<StrictMode>{what}</StrictMode>);
  return { rerender: (next) => rerender(<StrictMode>{next}</StrictMode>) };
}
