import { Button } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AddressLink } from '../../ui/address-link.tsx';
import classes from './today.module.css';

/** What PCs recorded apart and someone has to decide, as one line among what waits. */
export function ConflictsTask({ count }: { count: number }) {
  const { t } = useTranslation('today');
  return (
    <li className={classes['row']}>
      <IconArrowsSplit size={20} stroke={1.6} aria-hidden className={classes['sign']} />
      <div className={classes['what']}>{t('tasks.conflicts.sentence', { count })}</div>
      <Button component={AddressLink} to="/por-resolver" variant="default">
        {t('tasks.conflicts.button')}
      </Button>
    </li>
  );
}
