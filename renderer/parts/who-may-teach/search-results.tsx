import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundTrainer } from '../../../domain/contract/trainers.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { AccreditationBadge } from '../accreditation-badge.tsx';
import { toQuery, type TrainerSearchView } from './search-view.ts';
import { useFoundWords } from './use-found-words.ts';
import classes from './who-may-teach.module.css';

interface SearchResultsProps {
  view: TrainerSearchView;
  /** Given, one of the found can be chosen: by whom is named already it says so. */
  choice?: { assigned: readonly PersonId[]; onChoose(personId: PersonId, name: string): void };
}

/** Who was found: of whom nothing speaks against it first, then the others, each with why not. */
export function SearchResults({ view, choice }: SearchResultsProps) {
  const { t } = useTranslation('trainers');
  const query = useQuery(
    useApi().trainers.search.queryOptions({ input: toQuery(view), placeholderData: keepPreviousData }),
  );
  return (
    <Loaded query={query}>
      {(found) => {
        const fit = found.filter(({ shortcomings }) => shortcomings.length === 0);
        const others = found.filter(({ shortcomings }) => shortcomings.length > 0);
        if (found.length === 0) return <Nobody view={view} />;
        return (
          <div className={classes['results']}>
            <Group title={t('find.fit', { count: fit.length })} found={fit} view={view} choice={choice} />
            <Group
              title={t('find.others', { count: others.length })}
              found={others}
              view={view}
              choice={choice}
            />
          </div>
        );
      }}
    </Loaded>
  );
}

/** Nobody to ask about: where the course asks nothing, anybody may teach it. */
function Nobody({ view: { courseId } }: Pick<SearchResultsProps, 'view'>) {
  const { t } = useTranslation('trainers');
  const rules = useQuery(useApi().trainers.rules.queryOptions({ input: { courseId: courseId ?? null } }));
  if (courseId !== undefined && rules.data?.length === 0)
    return <EmptyState title={t('find.noRule.title')} text={t('find.noRule.text')} />;
  return <EmptyState title={t('nobody.title')} text={t('nobody.text')} />;
}

const shownAtOnce = 40;

interface GroupProps extends Required<Pick<SearchResultsProps, 'view'>> {
  title: string;
  found: readonly FoundTrainer[];
  choice: SearchResultsProps['choice'];
}

function Group({ title, found, view, choice }: GroupProps) {
  const { t } = useTranslation('trainers');
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? found : found.slice(0, shownAtOnce);
  return (
    <Section title={title}>
      {found.length === 0 && <p className={classes['none']}>{t('find.none')}</p>}
      <ul className={classes['found']}>
        {shown.map((one) => (
          <li key={`${one.personId} ${one.courseId} ${one.level}`}>
            <One found={one} view={view} isLink={choice === undefined} />
            {choice !== undefined && (
              <div className={classes['action']}>
                <Choose found={one} {...choice} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <Button onClick={() => setWhole(true)}>
          {t('find.more', { count: found.length - shown.length })}
        </Button>
      )}
    </Section>
  );
}

type ChooseProps = { found: FoundTrainer } & NonNullable<SearchResultsProps['choice']>;

function Choose({ found: { personId, name }, assigned, onChoose }: ChooseProps) {
  const { t } = useTranslation('trainers');
  if (assigned.includes(personId)) return <span className={classes['soft']}>{t('find.named')}</span>;
  return (
    <Button aria-label={t('find.chooseOne', { name })} onClick={() => onChoose(personId, name)}>
      {t('find.choose')}
    </Button>
  );
}

interface OneProps {
  found: FoundTrainer;
  view: TrainerSearchView;
  /** Where one is chosen for a form, nobody is led away from it. */
  isLink: boolean;
}

function One({ found, view, isLink }: OneProps) {
  const { t } = useTranslation('trainers');
  const { writeFacts, writeShortcomings } = useFoundWords();
  const { personId, name, courseTitle, level, state } = found;
  return (
    <div className={classes['one']}>
      <div className={classes['head']}>
        {isLink ? (
          <TextLink to="/capacitadores/$personId" params={{ personId }}>
            {name}
          </TextLink>
        ) : (
          name
        )}
        <AccreditationBadge status={state.status} />
        <span className={classes['soft']}>{t(`courseAtLevel.${level}`, { course: courseTitle })}</span>
      </div>
      {writeShortcomings(found).map((why) => (
        <p key={why} className={classes['why']}>
          <IconCircleX size={16} stroke={1.75} aria-hidden />
          <span>{why}</span>
        </p>
      ))}
      <p className={classes['facts']}>
        <IconCircleCheck size={16} stroke={1.75} aria-hidden />
        <span>{writeFacts(found, view).join(' · ')}</span>
      </p>
    </div>
  );
}
