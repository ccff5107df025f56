import { useTranslation } from 'react-i18next';
import type { ImportReview } from '../../../domain/import.ts';

/** What the button will do, in words: 'Inscribir 36 personas, 1 ya existe'. */
export function useCommitLabel(review: ImportReview | null, isEnrolling: boolean) {
  const { t } = useTranslation('imports');
  if (review === null) return { label: t('commit.unknown'), hasSomething: false };
  const { toCreate, toMatch, toEnrol, toWait } = review;
  const [first, ...others] = isEnrolling
    ? [
        toEnrol > 0 ? t('commit.enrol', { count: toEnrol }) : null,
        toWait > 0 ? t(toEnrol > 0 ? 'commit.andWait' : 'commit.wait', { count: toWait }) : null,
        toMatch > 0 ? t('commit.known', { count: toMatch }) : null,
      ].filter((part) => part !== null)
    : [
        t('commit.register', { count: toCreate }),
        ...(toMatch > 0 ? [t('commit.known', { count: toMatch })] : []),
      ];
  const hasSomething = isEnrolling ? toEnrol + toWait > 0 : toCreate > 0;
  if (!hasSomething)
    return { label: t(isEnrolling ? 'commit.nobodyToEnrol' : 'commit.nobodyNew'), hasSomething };
  return { label: [first, ...others].join(', '), hasSomething };
}
