import { findOffice } from '../../db/office.ts';
import type { Service } from '../service.ts';

/** Whether there is an office that can be read: one to compare with, to back up, or to lose. */
export function hasOffice(service: Service): boolean {
  return !service.isDamaged && findOffice(service.db) !== null;
}
