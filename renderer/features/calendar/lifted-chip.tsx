import type { CSSProperties } from 'react';
import type { CalendarGridProps } from './calendar-grid.ts';
import { SessionChip } from './session-chip.tsx';
import type { Lifted } from './use-lift.ts';

interface LiftedChipProps extends Pick<CalendarGridProps, 'hueByCourse'> {
  lifted: Lifted;
  look: 'line' | 'block';
  style?: CSSProperties;
}

const nothing = () => undefined;

/** Where a session would be if it were let go now. */
export function LiftedChip({ lifted, hueByCourse, look, style }: LiftedChipProps) {
  const { session, to } = lifted;
  return (
    <div aria-hidden inert>
      <SessionChip
        session={{ ...session, ...to, id: session.id }}
        hue={hueByCourse.get(session.courseId)}
        isCurrent={false}
        look={look}
        lift="to"
        style={style}
        onOpen={nothing}
      />
    </div>
  );
}
