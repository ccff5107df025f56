import { useTranslation } from 'react-i18next';
import type { EditionId, PersonId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import classes from './participants-tab.module.css';

/** Someone by the name that is shown. */
export interface Named {
  personId: PersonId;
  name: string;
}

/** So many names stand in a question; of more, the number says the rest. */
const mostNames = 8;

/** The coordinator's word for enrolling beyond the capacity or into a closed edition; null if it is not given. */
export function useAskForException() {
  const { t } = useTranslation('editions');
  const confirm = useConfirm();
  return async (why: 'full' | 'closed'): Promise<string | null> => {
    const answer = await confirm({
      title: t(`exception.${why}.title`),
      text: t(`exception.${why}.text`),
      confirmLabel: t(`exception.${why}.confirm`),
      requireReason: { label: t('exception.reason') },
    });
    return answer === false ? null : answer.reason;
  };
}

/**
 * Where some of the people lack what the course asks for, says who lacks what and asks for the coordinator's word.
 * `word` is null where nobody lacks anything; the whole is null if the word is not given.
 */
export function useAskAboutMissing(editionId: EditionId) {
  const { t } = useTranslation('editions');
  const api = useApi();
  const format = useFormat();
  const confirm = useConfirm();
  return async (people: readonly Named[]): Promise<{ word: string | null } | null> => {
    const personIds = people.map(({ personId }) => personId);
    const missing = await api.enrolments.missing.call({ editionId, personIds });
    if (missing.length === 0) return { word: null };
    const nameById = new Map(people.map(({ personId, name }) => [personId, name]));
    const answer = await confirm({
      title: t('lacks.title', { count: missing.length }),
      text: (
        <>
          <ul className={classes['lacking']}>
            {missing.slice(0, mostNames).map(({ personId, courses }) => (
              <li key={personId}>
                {t('lacks.line', {
                  name: nameById.get(personId) ?? '',
                  courses: format.list(courses.map(({ title }) => title)),
                })}
              </li>
            ))}
            {missing.length > mostNames && <li>{t('lacks.more', { count: missing.length - mostNames })}</li>}
          </ul>
          {t('lacks.text')}
        </>
      ),
      confirmLabel: t('lacks.confirm'),
      requireReason: { label: t('lacks.reason') },
    });
    return answer === false ? null : { word: answer.reason };
  };
}
