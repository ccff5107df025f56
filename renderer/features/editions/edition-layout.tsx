import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import { nameRoom } from '../../../domain/room.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Meter } from '../../ui/meter.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { TabBar, TabToolsProvider } from '../../ui/tab-bar.tsx';
import classes from './edition-layout.module.css';
import { EditionMenu } from './edition-menu.tsx';
import { EditionNextStep } from './edition-next-step.tsx';
import { EditionStatusBadge } from '../../parts/edition-status-badge.tsx';

const tabs = [
  { id: 'people', path: '' },
  { id: 'sessions', path: '/sesiones' },
  { id: 'attendance', path: '/asistencia' },
  { id: 'grades', path: '/notas' },
  { id: 'certificates', path: '/certificados' },
  { id: 'documents', path: '/documentos' },
  { id: 'history', path: '/historial' },
] as const;

/** What stands above every tab of an edition: what it is, how full, where it stands, and the one next step. */
export function EditionLayout() {
  const { editionId } = useParams({ from: '/ediciones/$editionId' });
  const api = useApi();
  const edition = useQuery(api.editions.get.queryOptions({ input: { editionId } }));
  return <Loaded query={edition}>{(found) => <EditionFrame edition={found} />}</Loaded>;
}

function EditionFrame({ edition }: { edition: Edition }) {
  const { t } = useTranslation('editions');
  const tab = useLocation({ select: ({ pathname }) => pathname.split('/').at(-1) });
  const counts: Record<string, string> = {
    people: String(edition.seats.enrolled),
    sessions: String(edition.sessionCount),
  };
  return (
    <TabToolsProvider>
      <Page fill>
        <div className={classes['edition']} data-tab={tab}>
          <PageHeader
            title={edition.courseTitle}
            badge={<EditionStatusBadge status={edition.status} />}
            subtitle={<EditionFacts edition={edition} />}
            trail={[{ label: t('app:nav.courses'), to: '/cursos' }]}
            next={tab === 'certificados' ? undefined : <EditionNextStep edition={edition} />}
            tools={<EditionMenu edition={edition} />}
          />
          <TabBar
            label={t('tabs.label')}
            tabs={tabs.map(({ id, path }) => {
              const count = counts[id];
              return {
                to: `/ediciones/${edition.id}${path}`,
                label: t(`tabs.${id}`),
                ...(count === undefined ? {} : { count }),
              };
            })}
          />
          <div className={classes['content']}>
            <Outlet />
          </div>
        </div>
      </Page>
    </TabToolsProvider>
  );
}

function EditionFacts({ edition }: { edition: Edition }) {
  const { t } = useTranslation('editions');
  const format = useFormat();
  const { seats, trainers } = edition;
  const dates = t('dates', { from: format.date(edition.startsOn), to: format.date(edition.endsOn) });
  return (
    <div className={classes['facts']}>
      <b>{edition.code}</b>
      <span>{nameRoom(edition.place, edition.room)}</span>
      <span>{dates}</span>
      <span>{trainers.length === 0 ? t('noTrainers') : format.list(trainers.map(({ name }) => name))}</span>
      <div className={classes['seats']}>
        <Meter
          label={t('seats.label')}
          value={seats.enrolled}
          max={seats.capacity}
          tone={seats.free === 0 ? 'warning' : 'info'}
          text={[
            t('seats.enrolled', { count: seats.enrolled, capacity: seats.capacity }),
            ...(seats.free > 0 ? [t('seats.free', { count: seats.free })] : []),
            ...(seats.waiting > 0 ? [t('seats.waiting', { count: seats.waiting })] : []),
          ].join(' · ')}
        />
      </div>
    </div>
  );
}
