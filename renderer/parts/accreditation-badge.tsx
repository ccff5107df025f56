import {
  IconCircleCheck,
  IconCircleDashed,
  IconHourglassEmpty,
  IconPlayerPause,
  IconXboxX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccreditationStatus } from '../../domain/accreditation.ts';
import { StatusBadge } from '../ui/status-badge.tsx';

const looks = {
  candidate: { tone: 'info', icon: IconCircleDashed },
  accredited: { tone: 'success', icon: IconCircleCheck },
  dueSoon: { tone: 'warning', icon: IconHourglassEmpty },
  lapsed: { tone: 'danger', icon: IconXboxX },
  suspended: { tone: 'neutral', icon: IconPlayerPause },
} as const;

/** How someone's accreditation stands. */
export function AccreditationBadge({ status }: { status: AccreditationStatus }) {
  const { t } = useTranslation('trainers');
  return (
    <StatusBadge tone={looks[status].tone} icon={looks[status].icon}>
      {t(`status.${status}`)}
    </StatusBadge>
  );
}
