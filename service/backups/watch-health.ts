import { findLocalSetting, setLocalSetting } from '../../db/local-settings.ts';
import type { Service } from '../service.ts';
import { runInWorker } from './run-backup-task.ts';

const settingName = 'check.lastAt';
const weekMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Reads every page of the database in a worker after an end that was none (a power cut), and once a week. What turns
 * out damaged is given up, so that nothing more is written into it; the screens then offer to recover it.
 */
export async function checkHealth(
  service: Service,
  { wasCutOff, signal }: { wasCutOff: boolean; signal?: AbortSignal },
): Promise<void> {
  const { databaseFile: file, now } = service;
  if (file === null || service.isDamaged) return;
  const last = Date.parse(findLocalSetting(service.db, settingName) ?? '');
  const isRecent = Math.abs(Date.parse(now()) - last) < weekMs;
  if (isRecent && !wasCutOff) return;
  const { ok, integrity } = await service.backupQueue.run(() =>
    runInWorker({ kind: 'check', file, depth: 'quick' }, { signal }),
  );
  if (ok) return setLocalSetting(service.db, settingName, now());
  service.reportFault(new Error(integrity.join('\n')), 'check');
  service.declareDamaged();
}
