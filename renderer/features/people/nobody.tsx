import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../lib/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './people-page.module.css';

/** A new office: nobody is registered yet. */
export function NobodyYet() {
  const { t } = useTranslation('people');
  const { can } = useSession();
  const navigate = useNavigate();
  if (!can('registrar')) return <EmptyState title={t('empty.title')} />;
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        <div className={classes['choices']}>
          <Button onClick={() => void navigate({ to: '/importar' })}>{t('empty.import')}</Button>
          <Button onClick={() => void navigate({ to: '/personas/nueva' })}>{t('empty.register')}</Button>
        </div>
      }
    />
  );
}

/** Nobody bears what was typed; perhaps they are to be registered. */
export function NobodyFound({ text }: { text: string }) {
  const { t } = useTranslation('people');
  const { can } = useSession();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('notFound.title', { text })}
      text={t('notFound.text')}
      {...(can('registrar') && {
        action: (
          <Button onClick={() => void navigate({ to: '/personas/nueva', search: { text } })}>
            {t('notFound.register', { text })}
          </Button>
        ),
      })}
    />
  );
}
