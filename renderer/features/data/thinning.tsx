import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Instant, toInstant } from '../../../domain/calendar-date.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';
import classes from './data.module.css';

const yearMs = 365.25 * 24 * 60 * 60 * 1000;
const ages = ['1', '2', '5'];

/** Making the history shorter: shown before, asked for, and never by itself. */
export function ThinningSection({ oldestChangeAt }: { oldestChangeAt: Instant | null }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const format = useFormat();
  const confirm = useConfirm();
  const toast = useToast();
  const [years, setYears] = useState('2');
  const reviewing = useMutation(api.exchange.reviewThinning.mutationOptions());
  const thinning = useMutation(api.exchange.thinOut.mutationOptions());
  const thinOut = async () => {
    const before = toInstant(Date.now() - Number(years) * yearMs);
    const { entries, values } = await reviewing.mutateAsync({ before });
    if (entries + values === 0) {
      toast.show({ text: t('thinning.nothing') });
      return;
    }
    const question = {
      title: t('thinning.sureTitle', { when: format.dateTime(before) }),
      text: t('thinning.sureText', { count: entries + values }),
      confirmLabel: t('thinning.do'),
      danger: true,
    };
    if (!(await confirm(question))) return;
    await thinning.mutateAsync({ before });
    toast.show({ text: t('thinning.done'), tone: 'success' });
  };
  return (
    <div className={classes['stack']}>
      <p className={classes['explained']}>
        {t('thinning.text')}
        {oldestChangeAt !== null && ` ${t('thinning.since', { when: format.dateTime(oldestChangeAt) })}`}
      </p>
      <div className={classes['row']}>
        <Select
          label={t('thinning.older')}
          data={ages.map((age) => ({ value: age, label: t('thinning.years', { count: Number(age) }) }))}
          value={years}
          onChange={(value) => setYears(value ?? '2')}
          allowDeselect={false}
        />
        <Button variant="outline" color="red" onClick={() => void thinOut()}>
          {t('thinning.do')}
        </Button>
      </div>
    </div>
  );
}
