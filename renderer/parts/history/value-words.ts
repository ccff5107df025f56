import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { erasableTables } from '../../../domain/anonymising.ts';
import { calendarDateSchema, toInstant } from '../../../domain/calendar-date.ts';
import type { HistoryChange } from '../../../domain/history.ts';
import { splitLanguages } from '../../../domain/language.ts';
import { useFormat } from '../../lib/format.ts';
import { useLanguageWords } from '../../lib/use-language-words.ts';
import { useMunicipalities } from '../../lib/use-municipalities.ts';
import { wordsByColumn } from './words-by-column.ts';

const yesNoColumns = new Set([
  'course.gives_participation',
  'course.gives_approval',
  'office_day.is_worked',
  'person.has_consented',
  'user_account.is_active',
]);
const momentColumns = new Set([
  'device.retired_at',
  'import.undone_at',
  ...erasableTables.map((table) => `${table}.erased_at`),
]);
/** Counted from 0 in the data, from 1 by people. */
const placeColumns = new Set([
  'course_module.position_in_list',
  'observation_criterion.position_in_list',
  'signatory.position_in_list',
]);

type Value = HistoryChange['before'];

/** Says the value of a column as people say it: names for ids, words for codes, dates as they are written here. */
export function useValueWords(): (
  table: string,
  column: string,
  value: Value,
  name: string | null,
) => string {
  const { t, i18n } = useTranslation('history');
  const format = useFormat();
  const { nameByCode } = useMunicipalities();
  const { write: writeLanguages } = useLanguageWords();
  return useCallback(
    (table, column, value, name) => {
      const place = `${table}.${column}`;
      const words = wordsByColumn[place];
      if (value === null) return t('nothing');
      if (name !== null) return name;
      if (words !== undefined && i18n.exists(`${words}.${value}`)) return t(`${words}.${value}`);
      if (yesNoColumns.has(place)) return t(value === 1 ? 'common:yes' : 'common:no');
      if (momentColumns.has(place)) return format.dateTime(toInstant(Number(value)));
      if (placeColumns.has(place)) return format.number(Number(value) + 1);
      if (place === 'course.minimum_attendance') return format.percent(Number(value));
      if (place === 'person.municipality_code') return nameByCode.get(String(value)) ?? String(value);
      if (place === 'person.languages') return writeLanguages(splitLanguages(String(value)));
      if (typeof value === 'number') return format.number(value);
      const date = calendarDateSchema.safeParse(value);
      return date.success ? format.date(date.data) : value;
    },
    [t, i18n, format, nameByCode, writeLanguages],
  );
}

/** The words for what columns are called. */
export function useColumnWords(): (table: string, column: string) => string {
  const { t, i18n } = useTranslation('history');
  return useMemo(
    () => (table, column) => {
      const key = `history:column.${table}.${column}`;
      return i18n.exists(key) ? t(key) : column;
    },
    [t, i18n],
  );
}
