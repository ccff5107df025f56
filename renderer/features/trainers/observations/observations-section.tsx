import { ActionIcon, Button } from '@mantine/core';
import { IconEdit, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Observation } from '../../../../domain/observation.ts';
import { useApi } from '../../../lib/api.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useSession } from '../../../lib/session.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { ObservationDialog } from './observation-dialog.tsx';
import classes from './observations.module.css';
import { useObservationActions } from './use-observation-actions.ts';

interface ObservationsSectionProps {
  personId: PersonId;
  /** Given names first. */
  name: string;
}

/** The sessions in which somebody was observed, and the paper to do it with. */
export function ObservationsSection({ personId, name }: ObservationsSectionProps) {
  const { t } = useTranslation('trainers');
  const { can } = useSession();
  const navigate = useNavigate();
  const api = useApi();
  const list = useQuery(api.observations.list.queryOptions({ input: { personId } }));
  const lines = useQuery(api.trainers.list.queryOptions({ input: { courseId: null, personId } }));
  const [edited, setEdited] = useState<Observation | 'new' | null>(null);
  return (
    <Section
      title={t('observation.section')}
      action={
        <div className={classes['buttons']}>
          <Button
            leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
            onClick={() =>
              void navigate({ to: '/capacitadores/$personId/observacion', params: { personId } })
            }
          >
            {t('observation.printForm')}
          </Button>
          {can('registrar') && <Button onClick={() => setEdited('new')}>{t('observation.add')}</Button>}
        </div>
      }
    >
      <Loaded query={list}>
        {(observations) =>
          observations.length === 0 ? (
            <p className={classes['note']}>{t('observation.none')}</p>
          ) : (
            <ul className={classes['list']}>
              {observations.map((observation) => (
                <Line key={observation.id} observation={observation} onEdit={() => setEdited(observation)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited !== null && (
        <ObservationDialog
          personId={personId}
          name={name}
          courseId={lines.data?.[0]?.courseId ?? null}
          observation={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}

function Line({ observation, onEdit }: { observation: Observation; onEdit(): void }) {
  const { t } = useTranslation('trainers');
  const { can } = useSession();
  const format = useFormat();
  const navigate = useNavigate();
  const { remove } = useObservationActions();
  const { id, personId, courseTitle, editionCode, observedOn, observer, remarks, score } = observation;
  const date = format.date(observedOn);
  return (
    <li>
      <span>{date}</span>
      <div>
        <b>
          {score === null
            ? t('observation.noScore')
            : t('observation.score', { score: format.number(score) })}
        </b>
        {` · ${[courseTitle, editionCode].filter((part) => part !== null).join(', ')}`}
        {` · ${t('observation.seenBy', { name: observer })}`}
        {remarks !== null && <p>{remarks}</p>}
      </div>
      <div className={classes['rowActions']}>
        <ActionIcon
          aria-label={t('observation.printOf', { date })}
          onClick={() =>
            void navigate({
              to: '/capacitadores/$personId/observacion',
              params: { personId },
              search: { observationId: id },
            })
          }
        >
          <IconPrinter size={17} stroke={1.75} aria-hidden />
        </ActionIcon>
        {can('registrar') && (
          <>
            <ActionIcon aria-label={t('observation.changeOf', { date })} onClick={onEdit}>
              <IconEdit size={17} stroke={1.75} aria-hidden />
            </ActionIcon>
            <ActionIcon
              aria-label={t('observation.removeOf', { date })}
              onClick={() => void remove(observation)}
            >
              <IconTrash size={17} stroke={1.75} aria-hidden />
            </ActionIcon>
          </>
        )}
      </div>
    </li>
  );
}
