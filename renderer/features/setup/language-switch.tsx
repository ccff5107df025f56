import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../lib/i18n.ts';
import { PreferencesContext } from '../../lib/preferences.ts';
import { Segments } from '../../ui/segments.tsx';

/** A language is called by its own name, whatever is on screen. */
const languageNames = { es: 'Español', en: 'English' };

/** Changes the language at once and for the next time. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('setup');
  const preferences = useContext(PreferencesContext);
  const change = (language: string) => {
    preferences.set('language', language);
    void i18n.changeLanguage(language);
  };
  return (
    <Segments
      label={t('language')}
      options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
      value={i18n.language}
      onChange={change}
    />
  );
}
