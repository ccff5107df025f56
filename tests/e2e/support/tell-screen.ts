import { onTestFailed } from 'vitest';
import type { Application } from './application.ts';

/** Where a test of the whole application fails, the log says what its screen showed. To be called within the test. */
export function tellScreenOnFailure(name: string, getApplication: () => Application): void {
  onTestFailed(async () => {
    const { page, faults } = getApplication();
    const text = await page.locator('body').innerText();
    process.stderr.write(`${name} showed ${page.url()}\n${text}\n${JSON.stringify(faults)}\n`);
  });
}
