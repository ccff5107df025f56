import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, offeredLanguages } from '../../domain/language.ts';

/** The names of languages: those offered to choose from, and of any; a code that has no name here is shown as it is. */
export function useLanguageWords() {
  const { t, i18n } = useTranslation('people');
  return useMemo(() => {
    const nameOf = (code: Language) =>
      i18n.exists(`people:language.${code}`) ? t(`language.${code}`) : code;
    return {
      optionsWith: (others: readonly Language[]) =>
        [...new Set([...offeredLanguages, ...others])].map((code) => ({ value: code, label: nameOf(code) })),
      write: (codes: readonly Language[]) => codes.map(nameOf).join(', '),
    };
  }, [t, i18n]);
}
