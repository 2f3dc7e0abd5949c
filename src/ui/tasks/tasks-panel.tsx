import type { ReactNode } from 'react';
import type { ConnectionId } from '../../core/ocr/connection.ts';
import type { TaskKind } from '../../core/ocr/contract.ts';
import { Button } from '../kit/button.tsx';
import { Panel } from '../shell/panel.tsx';
import { ConnectionChoice } from './connection-choice.tsx';
import { IdField } from './id-field.tsx';
import css from './tasks.module.css';
import { TokenField, type TokenFieldProps } from './token-field.tsx';
import { TokenHelp } from './token-help.tsx';

export interface TasksPanelProps {
  readonly token: Omit<TokenFieldProps, 'onInspect'>;
  /** A link brought a token; it waits to be accepted. */
  readonly offeredToken: { readonly accept: () => void; readonly dismiss: () => void } | null;
  readonly ids: Readonly<
    Record<TaskKind, { readonly value: string; readonly error: string | null; readonly hint: string | null }>
  >;
  readonly connection: ConnectionId;
  readonly connections: readonly ConnectionId[];
  /** Origin of the public service. */
  readonly service: string;
  /** The two task groups. */
  readonly groups: ReactNode;
  readonly onId: (kind: TaskKind, value: string) => void;
  readonly onIdPaste: (kind: TaskKind, text: string) => boolean;
  readonly onConnection: (connection: ConnectionId) => void;
  readonly onInspect: () => void;
  readonly copy: (text: string) => Promise<string | null>;
}

/** What to ask for, whom, and with which token; below it, how far it is. */
export function TasksPanel(props: TasksPanelProps) {
  const { token, offeredToken, ids, connection, connections, service, groups, onInspect } = props;
  return (
    <Panel title="Tasks">
      <div className={css.fields}>
        <TokenField {...token} onInspect={onInspect} />
        {offeredToken && (
          <div className={css.offer}>
            <p>Use the token from the link? It was taken out of the address.</p>
            <div className={css.row}>
              <Button size="small" variant="primary" onClick={offeredToken.accept}>
                Use it
              </Button>
              <Button size="small" onClick={offeredToken.dismiss}>
                Forget it
              </Button>
            </div>
          </div>
        )}
        <TokenHelp service={service} copy={props.copy} />
        <IdField
          label="Detection task ID"
          {...ids.detection}
          onType={(value) => props.onId('detection', value)}
          onPaste={(text) => props.onIdPaste('detection', text)}
          onInspect={onInspect}
        />
        <IdField
          label="Recognition task ID"
          {...ids.recognition}
          onType={(value) => props.onId('recognition', value)}
          onPaste={(text) => props.onIdPaste('recognition', text)}
          onInspect={onInspect}
        />
        <ConnectionChoice
          offered={connections}
          value={connection}
          service={new URL(service).host}
          onChange={props.onConnection}
        />
        <Button variant="primary" className={css.inspect} onClick={onInspect}>
          Inspect
        </Button>
      </div>
      {groups}
    </Panel>
  );
}
