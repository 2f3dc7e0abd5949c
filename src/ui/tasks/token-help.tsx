import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import css from './tasks.module.css';

const CURL = (service: string) => `curl --request POST '${service}/connect/token' \\
--header 'Content-Type: application/x-www-form-urlencoded' \\
--data-urlencode 'grant_type=client_credentials' \\
--data-urlencode 'client_id=YOUR_CLIENT_ID' \\
--data-urlencode 'client_secret=YOUR_CLIENT_SECRET'`;

export interface TokenHelpProps {
  readonly service: string;
  readonly copy: (text: string) => Promise<string | null>;
}

/** How to get a token, one click away. The secret is typed into the person's own shell, never into this page. */
export function TokenHelp({ service, copy }: TokenHelpProps) {
  const [said, setSaid] = useState('');
  const command = CURL(service);
  return (
    <Disclosure label="How do I get a token?">
      <div className={css.help}>
        <p>
          Run this in your own shell with the client id and secret of your Aspose application. Paste the whole answer
          above: its <code>access_token</code> is taken from it.
        </p>
        <pre className={css.code}>{command}</pre>
        <div className={css.row}>
          <Button
            size="small"
            icon={<Copy size={14} />}
            onClick={async () => setSaid((await copy(command)) ?? 'Copied.')}
          >
            Copy command
          </Button>
          <output>{said}</output>
        </div>
      </div>
    </Disclosure>
  );
}
