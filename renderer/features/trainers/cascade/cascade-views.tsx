import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NamedCascade } from '../../../../domain/contract/trainers.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import { Toolbar } from '../../../ui/toolbar.tsx';
import { CascadeDrawing } from './cascade-drawing.tsx';
import { CascadeSearch } from './cascade-search.tsx';
import classes from './cascade.module.css';
import { PersonTree } from './person-tree.tsx';
import { StatusLegend } from './status-mark.tsx';
import { useCascadeView } from './use-cascade-view.ts';
import { useCascadeWords } from './use-cascade-words.ts';

/** A cascade as a picture and as a table beside it: whoever is chosen in one is chosen in the other. */
export function CascadeViews({ cascade }: { cascade: NamedCascade }) {
  const { t } = useTranslation('trainers');
  const navigate = useNavigate();
  const view = useCascadeView(cascade.people);
  const words = useCascadeWords(cascade);
  const open = (personId: PersonId) => void navigate({ to: '/personas/$personId', params: { personId } });
  return (
    <>
      <Toolbar
        end={
          <>
            <Button onClick={view.unfoldAll}>{t('cascade.unfold')}</Button>
            <Button onClick={view.foldAll}>{t('cascade.fold')}</Button>
          </>
        }
      >
        <CascadeSearch people={cascade.people} view={view} />
      </Toolbar>
      <div className={classes['views']}>
        <CascadeDrawing view={view} lineage={cascade.lineage} words={words} onOpen={open} />
        <div className={classes['side']}>
          <PersonTree view={view} editions={cascade.editions} onOpen={open} />
        </div>
      </div>
      <StatusLegend />
    </>
  );
}
