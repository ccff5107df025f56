import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccreditationLine } from '../../../../domain/contract/trainers.ts';
import { useSession } from '../../../lib/session.tsx';
import { ObservationDialog } from './observation-dialog.tsx';

/** On an accreditation that asks for an observed session: to write one down. */
export function ObserveButton({ name, line }: { name: string; line: AccreditationLine }) {
  const { t } = useTranslation('trainers');
  const { can } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!can('registrar')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('observation.add')}</Button>
      {isOpen && (
        <ObservationDialog
          personId={line.personId}
          name={name}
          courseId={line.courseId}
          observation={null}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
