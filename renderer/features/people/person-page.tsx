import { Button } from '@mantine/core';
import { IconSchool, IconSitemap, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ageOn } from '../../../domain/calendar-date.ts';
import { maySeeCascade } from '../../../domain/cascade-rights.ts';
import { formatIdentityCard } from '../../../domain/identity-card.ts';
import type { Person } from '../../../domain/person.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { today } from '../../lib/date-text.ts';
import { useSession } from '../../lib/session.tsx';
import { HistoryButton } from '../../parts/history/history-button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { AnonymisedNotice } from './anonymised-notice.tsx';
import { DuplicateBanner } from './duplicate-banner.tsx';
import { toDraft } from './person-draft.ts';
import { PersonFacts } from './person-facts.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonMenu } from './person-menu.tsx';
import classes from './person-sheet.module.css';
import { PersonTimeline } from './person-timeline.tsx';
import { StoredValues } from './stored-values.tsx';
import { usePersonActions } from './use-person-actions.ts';

/** A person: the sheet to read and change, beside everything they did with the office. */
export function PersonPage() {
  const { personId } = useParams({ from: '/personas/$personId' });
  const { t } = useTranslation('people');
  const api = useApi();
  const person = useQuery(api.people.get.queryOptions({ input: { id: personId } }));
  // By the address of a record that was merged one comes to whom it has become.
  if (person.data !== undefined && person.data.id !== personId)
    return <Navigate to="/personas/$personId" params={{ personId: person.data.id }} replace />;
  if (person.data !== undefined) return <PersonSheet person={person.data} />;
  return (
    <Page>
      {person.isError && (
        <PageHeader title={t('person.unknown')} trail={[{ label: t('title'), to: '/personas' }]} />
      )}
      <Loaded query={person}>{() => null}</Loaded>
    </Page>
  );
}

function PersonSheet({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const { can, user } = useSession();
  const navigate = useNavigate();
  const { save, remove, refusal, forgetRefusal } = usePersonActions(person);
  const { hasTaught, tookPart } = useParts(person);
  const mayChange = can('registrar');
  return (
    <Page>
      <PageHeader
        title={fullName(person)}
        subtitle={useHeadline(person)}
        trail={[{ label: t('title'), to: '/personas' }]}
        tools={
          <>
            {hasTaught && (
              <Button
                leftSection={<IconSchool size={16} stroke={1.75} aria-hidden />}
                onClick={() =>
                  void navigate({ to: '/capacitadores/$personId', params: { personId: person.id } })
                }
              >
                {t('person.asTrainer')}
              </Button>
            )}
            {tookPart && maySeeCascade(user, person.id) && (
              <Button
                leftSection={<IconSitemap size={16} stroke={1.75} aria-hidden />}
                onClick={() =>
                  void navigate({
                    to: '/capacitadores/$personId/cascada',
                    params: { personId: person.id },
                  })
                }
              >
                {t('person.cascade')}
              </Button>
            )}
            <HistoryButton subject={{ of: 'person', personId: person.id }} name={fullName(person)} />
            {mayChange && (
              <>
                <PersonMenu person={person} onRemove={() => void remove()} />
                <Button
                  leftSection={<IconUserPlus size={16} stroke={1.75} aria-hidden />}
                  onClick={() => void navigate({ to: '/personas/nueva' })}
                >
                  {t('new.title')}
                </Button>
              </>
            )}
          </>
        }
      />
      {refusal !== null && (
        <Notice tone="danger" onClose={forgetRefusal}>
          {refusal}
        </Notice>
      )}
      {person.anonymisedAt !== null && <AnonymisedNotice person={person} since={person.anonymisedAt} />}
      <DuplicateBanner personId={person.id} />
      <div className={classes['columns']}>
        {mayChange && person.anonymisedAt === null ? (
          <PersonForm
            personId={person.id}
            start={toDraft(person)}
            submitLabel={t('common:save')}
            onSubmit={save}
          >
            <StoredValues person={person} />
          </PersonForm>
        ) : (
          <PersonFacts person={person} />
        )}
        <aside>
          <PersonTimeline person={person} />
        </aside>
      </div>
    </Page>
  );
}

/** The page of a trainer has nothing to say of who never taught, a cascade nothing of who was in no edition. */
function useParts({ id }: Person): { hasTaught: boolean; tookPart: boolean } {
  const editions = useQuery(useApi().people.editions.queryOptions({ input: { id } }));
  const parts = editions.data ?? [];
  return { hasTaught: parts.some((edition) => edition.as === 'trainer'), tookPart: parts.length > 0 };
}

/** The card, the age and the community in one line. */
function useHeadline(person: Person): string {
  const { t } = useTranslation('people');
  const { idNumber: number, idComplement: complement, idIssuedIn: issuedIn, birthDate } = person;
  const card = formatIdentityCard({ number, complement, issuedIn });
  const parts = [
    card === '' ? t('person.noCard') : t('person.card', { card }),
    birthDate === null || birthDate > today() ? null : t('age', { count: ageOn(birthDate, today()) }),
    person.community,
    person.enterprise.trade,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
