import { memo, useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionId } from '../../../domain/ids.ts';
import type { Session } from '../../../domain/session.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './attendance-grid.module.css';
import type { GridModel } from './grid-commands.ts';
import { headRow } from './grid-selection.ts';
import { SessionMenu } from './session-menu.tsx';

interface GridHeadProps {
  model: GridModel;
  minimum: number;
  idPrefix: string;
  /** The session whose menu is open. */
  menu: SessionId | null;
  onMenu(sessionId: SessionId | null): void;
}

/** The frozen head: each session's date, weekday and state, with its menu. */
export const GridHead = memo(function GridHead({ model, minimum, idPrefix, menu, onMenu }: GridHeadProps) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return (
    <div role="row" aria-rowindex={1} className={classes['head']}>
      <div role="columnheader" className={classes['number']}>
        {t('column.number')}
      </div>
      <div role="columnheader" className={classes['name']} data-frozen="left">
        {t('column.name')}
      </div>
      {model.sessions.map((session, index) => (
        <SessionHead
          key={session.id}
          id={`${idPrefix}-${headRow}-${index}`}
          model={model}
          session={session}
          index={index}
          isOpen={menu === session.id}
          onMenu={onMenu}
        />
      ))}
      <div role="columnheader" className={classes['soFar']} data-frozen="right">
        {t('column.soFar')}
      </div>
      <div role="columnheader" className={classes['reachable']}>
        {t('column.reachable')}
        <small>{t('column.minimum', { minimum: format.percent(minimum) })}</small>
      </div>
    </div>
  );
});

interface SessionHeadProps {
  id: string;
  model: GridModel;
  session: Session;
  index: number;
  isOpen: boolean;
  onMenu(sessionId: SessionId | null): void;
}

const SessionHead = memo(function SessionHead({
  id,
  model,
  session,
  index,
  isOpen,
  onMenu,
}: SessionHeadProps) {
  const { selection } = model;
  const describe = useCallback(() => {
    const active = selection.getActive();
    if (active.column !== index) return undefined;
    return active.row === headRow ? 'active' : 'below';
  }, [selection, index]);
  const place = useSyncExternalStore(selection.subscribe, describe);
  return (
    <div
      id={id}
      role="columnheader"
      className={classes['session']}
      data-state={session.state}
      data-place={place}
    >
      <SessionMenu
        model={model}
        session={session}
        isOpen={isOpen}
        onToggle={(opened) => onMenu(opened ? session.id : null)}
      />
    </div>
  );
});
