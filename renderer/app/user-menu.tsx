import { Menu, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../lib/api.tsx';
import { languages } from '../lib/i18n.ts';
import { PreferencesContext } from '../lib/preferences.ts';
import { useRefreshSession, useSession } from '../lib/session.tsx';
import { dropAllDrafts } from '../ui/form-draft.ts';
import { useToast } from '../ui/toast.tsx';
import classes from './frame.module.css';

/** A language is called by its own name, whatever is on screen. */
const languageNames = { es: 'Español', en: 'English' };

const schemes = [
  { value: 'light', label: 'user.light' },
  { value: 'dark', label: 'user.dark' },
  { value: 'auto', label: 'user.system' },
] as const;

/** Who is working, in which language and colours, and the way out. */
export function UserMenu() {
  const { t, i18n } = useTranslation('app');
  const { user } = useSession();
  const preferences = useContext(PreferencesContext);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const changeLanguage = (language: string) => {
    preferences.set('language', language);
    void i18n.changeLanguage(language);
  };
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={classes['user']}>
          <span className={classes['initials']} aria-hidden>
            {initialsOf(user.name)}
          </span>
          <span className={classes['userName']}>{user.name}</span>
          <IconChevronDown size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(`role.${user.role}`)}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('user.language')}</Menu.Label>
        {languages.map((language) => (
          <Menu.RadioItem
            key={language}
            value={language}
            checked={i18n.language === language}
            onClick={() => changeLanguage(language)}
          >
            <span lang={language}>{languageNames[language]}</span>
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('user.scheme')}</Menu.Label>
        {schemes.map(({ value, label }) => (
          <Menu.RadioItem
            key={value}
            value={value}
            checked={colorScheme === value}
            onClick={() => setColorScheme(value)}
          >
            {t(label)}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={17} stroke={1.6} aria-hidden />}
          onClick={() => signOut.mutate(undefined)}
        >
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut() {
  const api = useApi();
  const router = useRouter();
  const toasts = useToast();
  const refreshSession = useRefreshSession();
  return useMutation(
    api.setup.signOut.mutationOptions({
      onSuccess: async () => {
        dropAllDrafts();
        toasts.clear();
        await refreshSession();
        // The sign-in is drawn first: the page of another address would ask the service once more, as nobody.
        await new Promise(requestAnimationFrame);
        router.history.push('/');
      },
    }),
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words[0], words[1]].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}
