import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useToast } from '../../ui/toast.tsx';
import classes from './settings.module.css';

const offered = [2, 5, 10, 15, 30, 60];
const never = 'never';

/** After how many idle minutes windows lock; saved as soon as it is chosen. */
export function IdleSection() {
  const { t } = useTranslation('access');
  const api = useApi();
  const toast = useToast();
  const describeError = useDescribeError();
  const office = useQuery(api.office.get.queryOptions());
  const setting = useMutation(api.office.setIdleMinutes.mutationOptions());
  const describe = (minutes: number | null) =>
    minutes === null ? t('idle.never') : t('idle.minutes', { count: minutes });
  const change = (minutes: number | null, before: number | null) =>
    setting.mutate(
      { minutes },
      {
        onSuccess: () =>
          toast.show({ text: t('idle.saved'), undo: () => setting.mutateAsync({ minutes: before }) }),
      },
    );
  return (
    <Section title={t('idle.title')}>
      <p className={classes['explained']}>{t('idle.text')}</p>
      <Loaded query={office}>
        {({ idleMinutes }) => (
          <Select
            label={t('idle.label')}
            w={260}
            value={idleMinutes === null ? never : String(idleMinutes)}
            data={[
              ...[...new Set([...offered, idleMinutes ?? 10])]
                .toSorted((a, b) => a - b)
                .map((minutes) => ({ value: String(minutes), label: describe(minutes) })),
              { value: never, label: describe(null) },
            ]}
            allowDeselect={false}
            onChange={(value) =>
              value !== null && change(value === never ? null : Number(value), idleMinutes)
            }
          />
        )}
      </Loaded>
      {setting.isError && <Notice tone="danger">{describeError(setting.error)}</Notice>}
    </Section>
  );
}
