import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconLock, IconLogout } from '@tabler/icons-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../lib/i18n.ts';
import { PreferencesContext } from '../lib/preferences.ts';
import { useSession } from '../lib/session.tsx';
import { useSignOut } from '../parts/use-sign-out.ts';
import { Shortcut } from '../ui/shortcut.tsx';
import classes from './frame.module.css';
import { useLock } from './use-lock.ts';

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
  const lock = useLock();
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
          leftSection={<IconLock size={17} stroke={1.6} aria-hidden />}
          rightSection={<Shortcut keys="Ctrl+L" />}
          onClick={() => void lock()}
        >
          {t('user.lock')}
        </Menu.Item>
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

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words[0], words[1]].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}
