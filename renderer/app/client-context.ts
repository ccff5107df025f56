import { createContext } from 'react';
import type { ServiceClient } from '../lib/api.tsx';

/** The bare client, for what is no query: listening to changes. */
export const ClientContext = createContext<ServiceClient | null>(null);
