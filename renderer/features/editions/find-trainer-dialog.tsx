import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/ids.ts';
import { SearchFilters } from '../../parts/who-may-teach/search-filters.tsx';
import { SearchResults } from '../../parts/who-may-teach/search-results.tsx';
import type { TrainerSearchView } from '../../parts/who-may-teach/search-view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import classes from './trainers-field.module.css';

interface FindTrainerDialogProps {
  /** What the edition says already. */
  start: TrainerSearchView;
  /** Who is named already. */
  assigned: readonly PersonId[];
  onChoose(personId: PersonId, name: string): void;
  onClose(): void;
}

/** Looks for somebody to teach an edition while it is being written. */
export function FindTrainerDialog({ start, assigned, onChoose, onClose }: FindTrainerDialogProps) {
  const { t } = useTranslation('trainers');
  const [view, setView] = useState(start);
  return (
    <Dialog opened onClose={onClose} title={t('find.title')} size={980}>
      <div className={classes['find']}>
        <SearchFilters view={view} onChange={setView} />
        <SearchResults view={view} choice={{ assigned, onChoose }} />
      </div>
    </Dialog>
  );
}
