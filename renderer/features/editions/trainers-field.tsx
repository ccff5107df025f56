import { ActionIcon, Button } from '@mantine/core';
import { IconUserSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import {
  type TrainerAssignment,
  trainerAssignmentDraftSchema,
  trainerRoleSchema,
} from '../../../domain/edition.ts';
import { courseIdSchema, type EditionId, personIdSchema } from '../../../domain/ids.ts';
import { type TrainerSearchView, trainerSearchViewSchema } from '../../parts/who-may-teach/search-view.ts';
import { usePeopleSearch } from '../../lib/use-people-search.ts';
import { useField } from '../../ui/fields/use-field.ts';
import { RemoteSelect } from '../../ui/remote-select.tsx';
import { Segments } from '../../ui/segments.tsx';
import { FindTrainerDialog } from './find-trainer-dialog.tsx';
import { LeadWord } from './lead-word.tsx';
import classes from './trainers-field.module.css';
import { useLeadObstacles } from './use-lead-obstacles.ts';

interface TrainersFieldProps {
  name: string;
  /** Who is named already, by name. */
  known: readonly TrainerAssignment[];
  /** The edition, if it is there already: then its sessions say when one has to be free. */
  editionId: EditionId | null;
}

type Assigned = z.infer<typeof trainerAssignmentDraftSchema>;
const assignmentsSchema = z.array(trainerAssignmentDraftSchema).catch([]);

/** Who teaches: found among the people of the office, the first as lead; and what is to be said of a lead. */
export function TrainersField({ name, known, editionId }: TrainersFieldProps) {
  const { t } = useTranslation('editions');
  const { value, change, ref, error } = useField(name);
  const search = usePeopleSearch();
  const [names, setNames] = useState(() => new Map(known.map((one) => [one.personId, one.name])));
  const [round, setRound] = useState(0);
  const assigned = assignmentsSchema.parse(value);
  const obstacleById = useObstacles(assigned);
  const find = useStartOfSearch(editionId);
  const [isFinding, setFinding] = useState(false);

  const add = (personId: TrainerAssignment['personId'], personName: string) => {
    if (assigned.some((one) => one.personId === personId)) return;
    setNames(new Map(names).set(personId, personName));
    setRound(round + 1);
    change([...assigned, { personId, role: assigned.length === 0 ? 'lead' : 'assistant' }]);
  };
  const set = (personId: string, given: Partial<Assigned>) =>
    change(assigned.map((one) => (one.personId === personId ? { ...one, ...given } : one)));

  return (
    // Where the form takes who typed on when the service says no.
    <div className={classes['trainers']} ref={ref} tabIndex={-1}>
      {assigned.length > 0 && (
        <ul className={classes['list']}>
          {assigned.map(({ personId, role, exceptionReason }) => {
            const personName = names.get(personId) ?? '';
            // Of a new edition nobody was trainer before, whatever it was copied from.
            const before =
              editionId === null
                ? undefined
                : known.find((one) => one.personId === personId && one.role === role);
            const word = before?.exceptionReason ?? null;
            const obstacle = obstacleById.get(personId);
            return (
              <li key={personId}>
                <div className={classes['line']}>
                  <span className={classes['name']}>{personName}</span>
                  <Segments
                    label={t('form.roleOf', { name: personName })}
                    value={role}
                    onChange={(next) => set(personId, { role: trainerRoleSchema.parse(next) })}
                    options={trainerRoleSchema.options.map((option) => ({
                      value: option,
                      label: t(`form.role.${option}`),
                    }))}
                  />
                  <ActionIcon
                    aria-label={t('form.removeTrainer', { name: personName })}
                    onClick={() => change(assigned.filter((one) => one.personId !== personId))}
                  >
                    <IconX size={17} aria-hidden />
                  </ActionIcon>
                </div>
                {word !== null && <p className={classes['word']}>{t('lead.word', { reason: word })}</p>}
                {word === null && obstacle !== undefined && (
                  <LeadWord
                    obstacle={obstacle}
                    reason={exceptionReason ?? null}
                    isNew={before === undefined}
                    onChange={(reason) => set(personId, { exceptionReason: reason })}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      <RemoteSelect
        key={round}
        autoFocus={round > 0}
        label={t('form.addTrainer')}
        placeholder={t('people.addPlaceholder')}
        value={null}
        search={search}
        error={error}
        onChange={(option) => {
          const id = personIdSchema.safeParse(option?.value);
          if (id.success && option !== null) add(id.data, option.label);
        }}
      />
      <div>
        <Button
          size="xs"
          leftSection={<IconUserSearch size={16} stroke={1.75} aria-hidden />}
          onClick={() => setFinding(true)}
        >
          {t('trainers:find.forEdition')}
        </Button>
      </div>
      {isFinding && (
        <FindTrainerDialog
          start={find}
          assigned={assigned.map(({ personId }) => personId)}
          onChoose={(personId, personName) => {
            add(personId, personName);
            setFinding(false);
          }}
          onClose={() => setFinding(false)}
        />
      )}
    </div>
  );
}

const placeSchema = z.object({
  courseId: courseIdSchema,
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
});

/** Whom one seeks for this edition: for its course, free when it meets or, while nothing is planned, on its days. */
function useStartOfSearch(editionId: EditionId | null): TrainerSearchView {
  const [courseId, from, to] = useWatch({ name: ['courseId', 'startsOn', 'endsOn'] });
  const when = editionId === null ? 'days' : 'edition';
  return trainerSearchViewSchema.parse({ courseId, when, editionId: editionId ?? undefined, from, to });
}

/** Once course and dates are known: who of the leads may lead only by a coordinator's word. */
function useObstacles(assigned: readonly Assigned[]) {
  const [courseId, startsOn, endsOn] = useWatch({ name: ['courseId', 'startsOn', 'endsOn'] });
  const place = placeSchema.safeParse({ courseId, startsOn, endsOn });
  const personIds = assigned.filter(({ role }) => role === 'lead').map(({ personId }) => personId);
  const obstacles = useLeadObstacles(place.success ? { ...place.data, personIds } : null);
  return new Map(obstacles.map((obstacle) => [obstacle.personId, obstacle]));
}
