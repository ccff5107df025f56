import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { RecoverySheet } from '../../parts/recovery-sheet.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './settings.module.css';

/** The sheet for a forgotten password: whether there is one, and making another. */
export function RecoverySection() {
  const { t } = useTranslation('access');
  const api = useApi();
  const confirm = useConfirm();
  const describeError = useDescribeError();
  const hasCode = useQuery(api.users.hasRecoveryCode.queryOptions());
  const making = useMutation(api.users.makeRecoveryCode.mutationOptions());
  const [code, setCode] = useState<string | null>(null);
  const make = async () => {
    if (hasCode.data === true) {
      const answer = await confirm({
        title: t('recovery.againTitle'),
        text: t('recovery.againText'),
        confirmLabel: t('recovery.again'),
      });
      if (answer === false) return;
    }
    making.mutate(undefined, { onSuccess: (made) => setCode(made.code) });
  };
  return (
    <Section title={t('recovery.title')}>
      <p className={classes['explained']}>{t('recovery.what')}</p>
      <Loaded query={hasCode}>
        {(has) => (
          <>
            <Notice tone={has ? 'success' : 'warning'}>{t(has ? 'recovery.has' : 'recovery.none')}</Notice>
            <Button
              className={classes['sectionButton'] ?? ''}
              leftSection={<IconKey size={16} stroke={1.75} aria-hidden />}
              aria-disabled={making.isPending}
              onClick={() => !making.isPending && void make()}
            >
              {t(has ? 'recovery.again' : 'recovery.make')}
            </Button>
          </>
        )}
      </Loaded>
      {making.isError && <Notice tone="danger">{describeError(making.error)}</Notice>}
      {code !== null && (
        <Dialog opened onClose={() => setCode(null)} title={t('recovery.title')} size="lg">
          <RecoverySheet code={code} doneLabel={t('common:close')} onDone={() => setCode(null)} />
        </Dialog>
      )}
    </Section>
  );
}
