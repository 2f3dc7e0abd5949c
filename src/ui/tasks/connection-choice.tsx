import type { ConnectionId } from '../../core/ocr/connection.ts';
import css from './tasks.module.css';

const WORDS: Record<ConnectionId, { readonly name: string; readonly what: (service: string) => string }> = {
  server: {
    name: 'Through this server',
    what: (service) => `This page's own server forwards each question to ${service}.`,
  },
  direct: {
    name: 'Directly to Aspose.OCR Cloud',
    what: (service) => `The browser asks ${service} itself. It may refuse browsers (CORS).`,
  },
  sample: { name: 'Built-in sample', what: () => 'The service is played inside this page. No account, no network.' },
};

export interface ConnectionChoiceProps {
  readonly offered: readonly ConnectionId[];
  readonly value: ConnectionId;
  /** Host of the public service, from config.json. */
  readonly service: string;
  readonly onChange: (connection: ConnectionId) => void;
}

/** Where the requests go. What the host does not offer is absent. */
export function ConnectionChoice({ offered, value, service, onChange }: ConnectionChoiceProps) {
  return (
    <div role="radiogroup" aria-label="Connection" className={css.connection}>
      <span className={css.label} aria-hidden>
        Connection
      </span>
      {offered.map((connection) => (
        <label key={connection} className={css.radio}>
          <input
            type="radio"
            name="connection"
            aria-label={WORDS[connection].name}
            aria-describedby={`connection-${connection}`}
            checked={connection === value}
            onChange={() => onChange(connection)}
          />
          <span>{WORDS[connection].name}</span>
          <span id={`connection-${connection}`} className={connection === value ? css.what : css.whatHidden}>
            {WORDS[connection].what(service)}
          </span>
        </label>
      ))}
    </div>
  );
}
