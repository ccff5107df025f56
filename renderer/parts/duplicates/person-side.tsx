import { useTranslation } from 'react-i18next';
import type { PersonSide } from '../../../domain/conflict.ts';
import { formatIdentityCard } from '../../../domain/identity-card.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useFormat } from '../../lib/format.ts';
import { TextLink } from '../../ui/text-link.tsx';
import classes from './duplicates.module.css';
import { useDoneWords } from './use-done-words.ts';

/** Records that may be one human, side by side. */
export function PersonSides({ people }: { people: readonly PersonSide[] }) {
  return (
    <ul className={classes['sides']}>
      {people.map((side) => (
        <PersonSideBox key={side.person.id} side={side} />
      ))}
    </ul>
  );
}

/** One record of a human: who it says they are, what hangs on it, and who wrote it where. */
function PersonSideBox({ side }: { side: PersonSide }) {
  const { t } = useTranslation('conflicts');
  const words = useDoneWords();
  const facts = useFacts(side);
  const { person, isDeleted, enrolments, taught, certificates, made, changed } = side;
  return (
    <li className={classes['side']}>
      {isDeleted ? (
        <strong>{surnamesFirst(person)}</strong>
      ) : (
        <TextLink to="/personas/$personId" params={{ personId: person.id }}>
          {surnamesFirst(person)}
        </TextLink>
      )}
      {facts !== '' && <span>{facts}</span>}
      <span>
        {[
          t('person.enrolments', { count: enrolments }),
          t('person.taught', { count: taught }),
          t('person.certificates', { count: certificates }),
        ].join(' · ')}
      </span>
      <span className={classes['soft']}>{t('made', { done: words(made) })}</span>
      {changed.at !== made.at && (
        <span className={classes['soft']}>{t('changed', { done: words(changed) })}</span>
      )}
    </li>
  );
}

function useFacts({ person, birthDate }: PersonSide): string {
  const { t } = useTranslation('conflicts');
  const format = useFormat();
  const { idNumber: number, idComplement: complement, idIssuedIn: issuedIn, phone, community } = person;
  const card = formatIdentityCard({ number, complement, issuedIn });
  return [
    card === '' ? t('person.noCard') : t('person.card', { card }),
    birthDate === null ? '' : t('person.born', { date: format.date(birthDate) }),
    phone === null ? '' : t('person.phone', { phone }),
    community ?? '',
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}
