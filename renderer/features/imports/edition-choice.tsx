import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { takesChanges } from '../../../domain/edition.ts';
import type { EditionId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import classes from './edition-choice.module.css';

interface EditionChoiceProps {
  /** Null: people are registered only. */
  value: EditionId | null;
  onChange(editionId: EditionId | null): void;
}

/** Where everyone of the list is enrolled: one of the editions that take people, or none. */
export function EditionChoice({ value, onChange }: EditionChoiceProps) {
  const { t } = useTranslation('imports');
  const editions = useQuery(useApi().editions.list.queryOptions({ input: { courseId: null } }));
  const all = editions.data ?? [];
  const chosen = all.find(({ id }) => id === value) ?? null;
  const offered = all.filter((edition) => takesChanges(edition.status) || edition.id === value);
  return (
    <div className={classes['choice']}>
      <NativeSelect
        label={t('edition.label')}
        value={value ?? ''}
        onChange={(event) => onChange(all.find(({ id }) => id === event.currentTarget.value)?.id ?? null)}
        data={[
          { value: '', label: t('edition.none') },
          ...offered.map(({ id, code, courseTitle, place }) => ({
            value: id,
            label: [code, courseTitle, place].join(' · '),
          })),
        ]}
        error={chosen !== null && !takesChanges(chosen.status) ? t('edition.closed') : null}
      />
      {chosen !== null && (
        <span className={classes['seats']}>{t('edition.seats', { count: chosen.seats.free })}</span>
      )}
    </div>
  );
}
