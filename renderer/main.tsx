import './lib/configure-zod.ts';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@fontsource-variable/source-sans-3/wght.css';
import './ui/theme.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApp } from './app/create-app.tsx';
import { loadPages } from './app/routes.tsx';
import { readCspNonce } from './lib/csp-nonce.ts';
import { createServiceClient } from './lib/service-client.ts';

setNonce(readCspNonce());
const place = document.getElementById('root');
if (place === null) throw new Error('index.html has lost its root');
const { element } = createApp({ client: createServiceClient() });
createRoot(place).render(<StrictMode>{element}</StrictMode>);

/** The first screen comes first; the other pages are there before anyone can want them. */
const firstScreenMs = 1500;
setTimeout(() => {
  // Whoever opens one of them loads it once more, and hears why it cannot be.
  loadPages().catch(() => undefined);
}, firstScreenMs);
