import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Conflict, ConflictKind } from '../../../domain/conflict.ts';
import { useApi } from '../../lib/api.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { EditionChangedCard, FolioGivenTwiceCard } from './closed-cards.tsx';
import classes from './conflicts.module.css';
import { DeletedButUsedCard } from './deleted-card.tsx';
import {
  OverCapacityCard,
  RoomDoubleBookedCard,
  TrainerDoubleBookedCard,
  TwoEnrolmentsCard,
} from './edition-cards.tsx';
import { MergedApartCard } from './people-cards.tsx';

/** What no rule can decide after PCs were brought together, by kind, with both sides and what can be done. */
export function ConflictsPage() {
  const { t } = useTranslation('conflicts');
  const api = useApi();
  const list = useQuery(api.conflicts.list.queryOptions());
  return (
    <Page>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Loaded query={list}>
        {({ counts, conflicts }) =>
          counts.length === 0 ? (
            <EmptyState title={t('empty.title')} text={t('empty.text')} icon={IconCircleCheck} />
          ) : (
            counts.map(({ kind, count }) => (
              <KindSection
                key={kind}
                kind={kind}
                count={count}
                conflicts={conflicts.filter((conflict) => conflict.kind === kind)}
              />
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

interface KindSectionProps {
  kind: ConflictKind;
  count: number;
  conflicts: readonly Conflict[];
}

function KindSection({ kind, count, conflicts }: KindSectionProps) {
  const { t } = useTranslation('conflicts');
  return (
    <Section title={t(`kind.${kind}`, { count })}>
      <ul className={classes['list']}>
        {conflicts.map((conflict) => (
          <ConflictCard key={conflict.key} conflict={conflict} />
        ))}
      </ul>
      {conflicts.length < count && (
        <p className={classes['soft']}>{t('more', { count: count - conflicts.length })}</p>
      )}
    </Section>
  );
}

function ConflictCard({ conflict }: { conflict: Conflict }) {
  switch (conflict.kind) {
    case 'mergedApart':
      return <MergedApartCard conflict={conflict} />;
    case 'deletedButUsed':
      return <DeletedButUsedCard conflict={conflict} />;
    case 'twoEnrolments':
      return <TwoEnrolmentsCard conflict={conflict} />;
    case 'overCapacity':
      return <OverCapacityCard conflict={conflict} />;
    case 'trainerDoubleBooked':
      return <TrainerDoubleBookedCard conflict={conflict} />;
    case 'roomDoubleBooked':
      return <RoomDoubleBookedCard conflict={conflict} />;
    case 'editionChangedAfterClosing':
      return <EditionChangedCard conflict={conflict} />;
    case 'folioGivenTwice':
      return <FolioGivenTwiceCard conflict={conflict} />;
  }
}
