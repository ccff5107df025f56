import { VisuallyHidden } from '@mantine/core';
import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import { memo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalendarSession, nameWhere } from '../../../domain/calendar.ts';
import { endOfSession } from '../../../domain/time-of-day.ts';
import classes from './calendar.module.css';
import { spotName } from './use-calendar-keys.ts';

interface SessionChipProps {
  session: CalendarSession;
  hue: number | undefined;
  /** Whether Tab stops here. */
  isCurrent: boolean;
  /** A line of a day, or as high as it is long with what there is room for. */
  look: 'line' | 'block';
  /** It is being moved: from here, or perhaps to here. */
  lift?: 'from' | 'to' | undefined;
  style?: CSSProperties | undefined;
  onOpen(session: CalendarSession): void;
}

/** A session as a button with its hour and course, in the colour of the course; its state is a sign, too. */
export const SessionChip = memo(function SessionChip(props: SessionChipProps) {
  const { session, hue, isCurrent, look, lift, style, onOpen } = props;
  const words = useSessionWords(session);
  return (
    <button
      type="button"
      className={classes['chip']}
      data-look={look}
      data-hue={hue}
      data-state={session.state}
      data-lift={lift}
      data-spot={lift === 'to' ? undefined : spotName({ date: session.date, at: session.id })}
      tabIndex={isCurrent ? 0 : -1}
      style={style}
      title={words}
      onClick={() => onOpen(session)}
    >
      <VisuallyHidden>{words}</VisuallyHidden>
      <span aria-hidden className={classes['chipTime']}>
        {look === 'line' ? session.startsAt : `${session.startsAt}–${endOfSession(session)}`}
        {session.state === 'held' && <IconCircleCheck size={14} stroke={2} />}
        {session.state === 'cancelled' && <IconBan size={14} stroke={2} />}
      </span>
      <span aria-hidden className={classes['chipTitle']}>
        {session.courseTitle}
      </span>
      {look === 'block' && (
        <span aria-hidden className={classes['chipPlace']}>
          {nameWhere(session)}
        </span>
      )}
    </button>
  );
});

/** Everything of a session in one line, as it is read aloud. */
function useSessionWords(session: CalendarSession): string {
  const { t } = useTranslation('calendar');
  const { startsAt, courseTitle, editionCode, state } = session;
  const words = [
    t('session.hours', { from: startsAt, to: endOfSession(session) }),
    courseTitle,
    editionCode,
    nameWhere(session),
    ...(state === 'planned' ? [] : [t(`attendance:sessionState.${state}`)]),
  ];
  return words.join(', ');
}
