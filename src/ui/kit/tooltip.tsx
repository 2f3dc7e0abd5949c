import { Tooltip as Radix } from 'radix-ui';
import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { Kbd } from './kbd.tsx';
import { useLayer } from './layer.ts';
import { reachedByKey } from './place-focus.ts';
import css from './tooltip.module.css';

export interface TooltipProps {
  readonly words: ReactNode;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  /** One element that takes a ref and the pointer and focus handlers of a trigger. */
  readonly children: ReactElement;
}

const GroupContext = createContext(false);

/** Round a toolbar or the whole page: after the first tooltip its neighbours show without delay. */
export function TooltipGroup({ children }: { readonly children: ReactNode }) {
  return (
    <GroupContext value={true}>
      <Radix.Provider delayDuration={500} skipDelayDuration={200}>
        {children}
      </Radix.Provider>
    </GroupContext>
  );
}

export function Tooltip(props: TooltipProps) {
  const grouped = useContext(GroupContext);
  if (grouped) return <OneTooltip {...props} />;
  return (
    <TooltipGroup>
      <OneTooltip {...props} />
    </TooltipGroup>
  );
}

function OneTooltip({ words, keys, side = 'bottom', children }: TooltipProps) {
  const layer = useLayer();
  return (
    <Radix.Root>
      <Radix.Trigger
        asChild
        onFocus={(event) => {
          // Prevented, Radix does not open it.
          if (!reachedByKey(event.currentTarget)) event.preventDefault();
        }}
      >
        {children}
      </Radix.Trigger>
      <Radix.Portal container={layer}>
        <Radix.Content className={css.tooltip} side={side} sideOffset={6} collisionPadding={8}>
          {words}
          {keys !== undefined && <Kbd className={css.keys}>{keys}</Kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
