import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeDay } from '../../../domain/office-day.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { TabTools } from '../../ui/tab-bar.tsx';
import { HolidaysSection } from './holidays-section.tsx';
import { OfficeDayDialog } from './office-day-dialog.tsx';
import classes from './settings.module.css';
import { useOfficeDayActions } from './use-office-day-actions.ts';

/** The days on which there are no sessions: the holidays as they are computed, and the office's own. */
export function OfficeDaysPage() {
  const { t } = useTranslation('settings');
  const { can } = useSession();
  const officeDays = useQuery(useApi().officeDays.list.queryOptions());
  const [isAdding, setIsAdding] = useState(false);
  const columns = useOfficeDayColumns();
  return (
    <div className={classes['narrow']}>
      {can('coordinator') ? (
        <TabTools>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
            {t('officeDays.add')}
          </Button>
        </TabTools>
      ) : (
        <Notice tone="neutral">{t('coordinatorChanges')}</Notice>
      )}
      <p className={classes['explained']}>{t('officeDays.text')}</p>
      <Section title={t('officeDays.own')}>
        <Loaded query={officeDays}>
          {(all) => (
            <DataTable
              label={t('officeDays.own')}
              rows={all}
              rowId={({ id }) => id}
              columns={columns}
              maxHeight={360}
              empty={<EmptyState title={t('officeDays.none')} text={t('officeDays.noneText')} />}
            />
          )}
        </Loaded>
      </Section>
      <HolidaysSection />
      {isAdding && <OfficeDayDialog onClose={() => setIsAdding(false)} />}
    </div>
  );
}

function useOfficeDayColumns(): readonly DataColumn<OfficeDay>[] {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { can } = useSession();
  const { remove } = useOfficeDayActions();
  return useMemo(() => {
    const facts: DataColumn<OfficeDay>[] = [
      {
        id: 'days',
        header: t('officeDays.days'),
        width: 270,
        value: ({ startsOn }) => startsOn,
        cell: ({ startsOn, endsOn }) =>
          startsOn === endsOn
            ? format.longDate(startsOn)
            : t('officeDays.range', { from: format.longDate(startsOn), to: format.longDate(endsOn) }),
      },
      { id: 'name', header: t('officeDays.name'), width: 220, grow: true, value: ({ name }) => name },
      {
        id: 'kind',
        header: t('officeDays.kind'),
        width: 190,
        value: ({ isWorked }) => t(isWorked ? 'officeDays.worked' : 'officeDays.closed'),
      },
    ];
    const actions: DataColumn<OfficeDay> = {
      id: 'actions',
      header: t('officeDays.actions'),
      width: 84,
      align: 'center',
      sortable: false,
      value: () => null,
      cell: (day) => (
        <ActionIcon
          size="sm"
          aria-label={t('officeDays.removeOf', { name: day.name })}
          onClick={() => void remove(day)}
        >
          <IconTrash size={17} stroke={1.75} aria-hidden />
        </ActionIcon>
      ),
    };
    return can('coordinator') ? [...facts, actions] : facts;
  }, [t, format, can, remove]);
}
