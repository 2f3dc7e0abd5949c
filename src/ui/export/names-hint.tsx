import type { CropExport } from './crop-options.ts';
import css from './export-crops.module.css';

export interface NamesHintProps {
  readonly firstName: string | null;
  readonly placeholders: CropExport['placeholders'];
}

/** The first name as it will be, and what may stand in a pattern. */
export function NamesHint({ firstName, placeholders }: NamesHintProps) {
  return (
    <>
      <span className={css.example}>
        {firstName === null ? (
          'There is nothing to cut, so nothing to name.'
        ) : (
          <>
            The first one: <code>{firstName}</code>
          </>
        )}
      </span>
      <span className={css.placeholders}>
        {placeholders.map(({ name, means }) => (
          <code key={name} title={`${name} becomes ${means}`}>
            {name}
          </code>
        ))}
      </span>
    </>
  );
}
