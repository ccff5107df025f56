import type { ObservationCriterionId } from '../domain/ids.ts';
import {
  type ObservationCriteriaDraft,
  type ObservationCriterion,
  presetCriteria,
} from '../domain/observation.ts';
import { all, deleteRow, inTransaction, type ReadableDb, upsertRow, type Writer } from './database.ts';

/** By what trainers are observed, in the order of the form; what is preset, until the office makes a form of its own. */
export function listObservationCriteria(db: ReadableDb): readonly ObservationCriterion[] {
  const own = listOwn(db);
  return own.length === 0 ? presetCriteria : own;
}

/**
 * Makes the form what a list says; what stays as it was is not written. Nothing points to a criterion: observations keep
 * its words, so that one that is changed or taken out changes none of them.
 */
export function setObservationCriteria(
  writer: Writer,
  { criteria }: ObservationCriteriaDraft,
): readonly ObservationCriterion[] {
  return inTransaction(writer.db, () => {
    const stored = new Map(
      listOwn(writer.db).map((criterion, index) => [criterion.id, { ...criterion, index }]),
    );
    for (const [index, { id, text, weight }] of criteria.entries()) {
      const before = id === null ? undefined : stored.get(id);
      if (id !== null) stored.delete(id);
      if (before?.text === text && before.weight === weight && before.index === index) continue;
      const row = { position_in_list: index, text, weight };
      upsertRow(writer, 'observation_criterion', { id: id ?? writer.newId() }, row);
    }
    for (const id of stored.keys()) deleteRow(writer, 'observation_criterion', { id });
    return listObservationCriteria(writer.db);
  });
}

function listOwn(db: ReadableDb): ObservationCriterion[] {
  return all<ObservationCriterion & { id: ObservationCriterionId }>(
    db,
    `SELECT id, text, weight FROM observation_criterion WHERE deleted_at IS NULL ORDER BY position_in_list, id`,
  );
}
