import { Disclosure } from '../kit/disclosure.tsx';
import type { CropExport } from './crop-options.ts';
import css from './export-crops.module.css';

/** What the pattern makes of the first crop. */
export function FirstName({ name }: { readonly name: string | null }) {
  if (name === null) return 'There is nothing to cut, so nothing to name.';
  return (
    <>
      The first one: <code className={css.example}>{name}</code>
    </>
  );
}

/** What may stand in a pattern, and what becomes of it. */
export function Placeholders({ placeholders }: Pick<CropExport, 'placeholders'>) {
  return (
    <Disclosure label="Placeholders" className={css.disclosure}>
      <dl className={css.placeholders}>
        {placeholders.map(({ name, means }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
