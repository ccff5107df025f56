import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AddressLink } from '../../ui/address-link.tsx';
import classes from './today.module.css';

/** People who may be registered twice, as one line among what waits. */
export function DuplicatesTask({ count }: { count: number }) {
  const { t } = useTranslation('today');
  return (
    <li className={classes['row']}>
      <IconUsers size={20} stroke={1.6} aria-hidden className={classes['sign']} />
      <div className={classes['what']}>{t('tasks.duplicates.sentence', { count })}</div>
      <Button component={AddressLink} to="/personas/duplicados" variant="default">
        {t('tasks.duplicates.button')}
      </Button>
    </li>
  );
}
