import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import type { Preferences } from '../lib/preferences.ts';

/** Keeps the choice of light or dark with the other preferences of this window. */
export function createColorSchemeManager(preferences: Preferences): MantineColorSchemeManager {
  return {
    get: (fallback) => {
      const stored = preferences.get('colorScheme');
      return isMantineColorScheme(stored) ? stored : fallback;
    },
    set: (scheme) => preferences.set('colorScheme', scheme),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => preferences.set('colorScheme', 'light'),
  };
}
