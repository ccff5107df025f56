import { useTranslation } from 'react-i18next';
import type { ConflictOf } from '../../../domain/conflict.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { PersonSides } from '../../parts/duplicates/person-side.tsx';
import { Card, ChoiceButton, Choices } from './card.tsx';

/** People merged into one another on different PCs. */
export function MergedApartCard({ conflict }: { conflict: ConflictOf<'mergedApart'> }) {
  const { t } = useTranslation('conflicts');
  return (
    <Card title={t('mergedApart.title')} evidence={t('mergedApart.evidence')}>
      <PersonSides people={conflict.people} />
      <Choices conflict={conflict}>
        {conflict.people.map(({ person }) => (
          <ChoiceButton
            key={person.id}
            conflict={conflict}
            choice="keepPerson"
            label={t('choice.keepPerson', { name: surnamesFirst(person) })}
            decide={() => ({ choice: 'keepPerson', personId: person.id })}
          />
        ))}
      </Choices>
    </Card>
  );
}
