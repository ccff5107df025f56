import { createContext, useContext, useState } from 'react';
import { z } from 'zod';

/** What a window remembers of how its user likes to work; nothing about people is ever kept here. */
export type PreferenceKey = 'language' | 'colorScheme' | 'rail' | 'address';

export interface Preferences {
  get(key: PreferenceKey): string | null;
  set(key: PreferenceKey, value: string): void;
}

const storeName = 'yachay';
const storedSchema = z.record(z.string(), z.string());

function parseStored(text: string | null): Record<string, string> {
  if (text === null) return {};
  try {
    return storedSchema.catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}

function readCookie(): string | null {
  const pair = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${storeName}=`));
  return pair === undefined ? null : decodeURIComponent(pair.slice(storeName.length + 1));
}

function writeCookie(text: string): void {
  document.cookie = `${storeName}=${encodeURIComponent(text)}; path=/; max-age=31536000; samesite=strict`;
}

/**
 * Preferences of this browser or window. The loopback host has another port at every start and localStorage
 * belongs to an origin with its port, so over HTTP they live in a cookie, which does not; app:// has no cookies.
 */
export function createBrowserPreferences(): Preferences {
  const overHttp = location.protocol.startsWith('http');
  const read = () => parseStored(overHttp ? readCookie() : localStorage.getItem(storeName));
  return {
    get: (key) => read()[key] ?? null,
    set: (key, value) => {
      const text = JSON.stringify({ ...read(), [key]: value });
      if (overHttp) writeCookie(text);
      else localStorage.setItem(storeName, text);
    },
  };
}

/** Preferences that end with the object: for tests. */
export function createMemoryPreferences(initial: Partial<Record<PreferenceKey, string>> = {}): Preferences {
  const values = new Map(Object.entries(initial));
  return { get: (key) => values.get(key) ?? null, set: (key, value) => void values.set(key, value) };
}

export const PreferencesContext = createContext<Preferences>(createMemoryPreferences());

/** A remembered choice and its setter, like useState. */
export function usePreference(key: PreferenceKey): [string | null, (value: string) => void] {
  const preferences = useContext(PreferencesContext);
  const [value, setValue] = useState(() => preferences.get(key));
  const change = (next: string) => {
    preferences.set(key, next);
    setValue(next);
  };
  return [value, change];
}
