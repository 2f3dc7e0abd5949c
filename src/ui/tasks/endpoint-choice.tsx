import { useId } from 'react';
import type { Endpoint } from '../../core/ocr/contract.ts';
import { Select } from '../kit/field.tsx';
import css from './task-group.module.css';

export interface EndpointChoiceProps {
  readonly offered: readonly Endpoint[];
  readonly chosen: Endpoint['name'];
  readonly onChoose: (endpoint: Endpoint['name']) => void;
}

/** Which of the service's tasks an id is one of. It is asked there when Inspect is pressed, not before: requests are billed. */
export function EndpointChoice({ offered, chosen, onChoose }: EndpointChoiceProps) {
  const id = useId();
  return (
    <div className={css.choice}>
      <label htmlFor={id}>Recognised by</label>
      <Select
        id={id}
        title={chosen}
        className={css.endpoint}
        value={chosen}
        onChange={({ target }) => {
          const found = offered.find(({ name }) => name === target.value);
          if (found) onChoose(found.name);
        }}
      >
        {offered.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}
