import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser, testBrowserFlags } from './scripts/find-browser.ts';
import { testServicePlugin } from './tests/support/service-plugin.ts';

const browser = findBrowser();
const minute = 60_000;
/** What has to become true may take its time on a busy machine; it is waited for no longer than it takes. */
const patience = { poll: { timeout: 20_000 } };

/** The projects run one after the other (`groupOrder`): a small machine has no cores for a browser beside a full Node run. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    // Much of a test is waiting (for a process, a browser, the disk), so even two cores are never too few for two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/{domain,db,service,electron,scripts}/**/*.test.ts'],
          testTimeout: minute,
          hookTimeout: minute,
          expect: patience,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [react(), testServicePlugin()],
        // Met only once a test asks for it, it would be prepared then, and the page loaded anew under another test.
        optimizeDeps: { include: ['fast-check'] },
        test: {
          name: 'browser',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          testTimeout: minute,
          hookTimeout: minute,
          expect: patience,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({
              launchOptions: {
                args: testBrowserFlags,
                ...(browser === null ? {} : { executablePath: browser }),
              },
            }),
            viewport: { width: 1366, height: 768 },
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
          expect: patience,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
