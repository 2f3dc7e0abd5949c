import { ChevronDown, Keyboard, Moon, Sun, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '../kit/button.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import { Menu, type MenuEntry } from '../kit/menu.tsx';
import type { Theme } from '../../state/settings.ts';
import css from './banner.module.css';

export interface BannerProps {
  readonly samples: readonly { readonly name: string; readonly title: string; readonly description: string }[];
  /** Title of the sample that is open, or null. */
  readonly openSample: string | null;
  readonly tokenLife: { readonly words: string; readonly soon: boolean } | null;
  readonly theme: Theme;
  /** Export and whatever else acts on the whole inspection. */
  readonly actions: ReactNode;
  readonly onOpenSample: (name: string) => void;
  readonly onLeaveSample: () => void;
  readonly onTheme: () => void;
  readonly onShortcuts: () => void;
}

export function Banner(props: BannerProps) {
  const { samples, openSample, tokenLife, theme, actions } = props;
  const [first] = samples;
  const sampleButton = useRef<HTMLButtonElement>(null);
  const more: MenuEntry[] = samples.map(({ name, title, description }) => ({
    id: name,
    label: title,
    description,
    run: () => props.onOpenSample(name),
  }));
  return (
    <header className={css.banner}>
      <h1 className={css.brand}>
        <Mark />
        Regionscope
      </h1>
      {first && (
        <div className={css.sample}>
          <Button ref={sampleButton} onClick={() => props.onOpenSample(first.name)}>
            Open sample
          </Button>
          {more.length > 1 && (
            <Menu trigger={<IconButton label="More samples" icon={<ChevronDown size={14} />} />} entries={more} />
          )}
        </div>
      )}
      {openSample !== null && (
        <div className={css.chip}>
          <span className={css.chipWords}>Sample: {openSample}</span>
          <Button
            variant="quiet"
            icon={<X size={14} />}
            onClick={() => {
              // This button goes away with the sample: the focus stays with the samples.
              sampleButton.current?.focus();
              props.onLeaveSample();
            }}
          >
            Leave sample
          </Button>
        </div>
      )}
      <div className={css.space} />
      {tokenLife && <span className={tokenLife.soon ? css.soon : css.life}>token {tokenLife.words}</span>}
      {actions}
      <IconButton
        label="Theme"
        aria-description={theme === 'dark' ? 'dark now' : 'light now'}
        icon={theme === 'dark' ? <Sun /> : <Moon />}
        onClick={props.onTheme}
      />
      <IconButton label="Keyboard shortcuts" keys="?" icon={<Keyboard />} onClick={props.onShortcuts} />
    </header>
  );
}

/** Two boxes on a page: what the tool draws. */
function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden className={css.mark}>
      <rect x="1.5" y="1.5" width="17" height="17" rx="3" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <rect x="4.5" y="4.75" width="11" height="3.5" rx="0.75" fill="currentColor" />
      <rect x="4.75" y="11" width="7" height="4" rx="0.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
