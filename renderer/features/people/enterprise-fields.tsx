import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { caebSectionSchema, salesBandSchema } from '../../../domain/enterprise.ts';
import { compareSpanish, foldText } from '../../../domain/text.ts';
import { findSection, type Trade } from '../../../domain/trade.ts';
import { useApi } from '../../lib/api.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { SuggestField } from '../../ui/fields/suggest-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import type { PersonInput } from './person-draft.ts';
import type { PersonFieldsProps } from './person-fields.ts';
import classes from './person-sheet.module.css';
import { useKnownWords } from './use-known-words.ts';

const mostWorkers = 10_000;
const noTrades: readonly Trade[] = [];

interface EnterpriseFieldsProps extends PersonFieldsProps {
  /** Where in the form the enterprise stands. */
  at: 'enterprise' | `otherEnterprises.${number}`;
}

/** All that is asked of an enterprise; a trade of the office's list brings its section along. */
export function EnterpriseFields({ field, at }: EnterpriseFieldsProps) {
  const { t } = useTranslation('people');
  const trades = useQuery(useApi().trades.list.queryOptions()).data ?? noTrades;
  const known = useKnownWords();
  useSectionOfTrade(at, trades);
  return (
    <div className={classes['fields']} data-wide="4">
      <SuggestField
        {...field(`${at}.trade`)}
        label={t('field.trade')}
        suggestions={joinWords(trades, known.trades)}
        placeholder={t('tradeExample')}
      />
      <TextField {...field(`${at}.name`)} label={t('field.enterpriseName')} />
      <SelectField
        {...field(`${at}.section`)}
        label={t('field.section')}
        options={caebSectionSchema.options.map((letter) => ({
          value: letter,
          label: `${letter} · ${t(`caeb.${letter}`)}`,
        }))}
        searchable
        clearable
      />
      <NumberField {...field(`${at}.workers`)} label={t('field.workers')} min={0} max={mostWorkers} />
      <SelectField
        {...field(`${at}.salesBand`)}
        label={t('field.salesBand')}
        options={salesBandSchema.options.map((band) => ({ value: band, label: t(`salesBand.${band}`) }))}
        clearable
      />
      <TextField {...field(`${at}.nit`)} label={t('field.nit')} inputMode="numeric" />
      <TextField {...field(`${at}.registration`)} label={t('field.registration')} />
    </div>
  );
}

/** The office's trades, and beside them what was written of late. */
function joinWords(trades: readonly Trade[], written: readonly string[]): string[] {
  const own = new Set(trades.map(({ name }) => foldText(name)));
  const others = written.filter((word) => !own.has(foldText(word)));
  return [...trades.map(({ name }) => name), ...others].toSorted(compareSpanish);
}

/** Sets the section when another trade is typed or chosen; what stood there when the sheet was opened stays. */
function useSectionOfTrade(at: EnterpriseFieldsProps['at'], trades: readonly Trade[]): void {
  const { setValue, formState } = useFormContext<PersonInput>();
  const trade = useWatch<PersonInput, `${typeof at}.trade`>({ name: `${at}.trade` });
  const before = useRef(trade);
  const isTouched = formState.isDirty;
  useEffect(() => {
    if (before.current === trade) return;
    before.current = trade;
    const section = findSection(trades, trade);
    if (section !== null && isTouched) setValue(`${at}.section`, section, { shouldDirty: true });
  }, [at, trade, trades, isTouched, setValue]);
}
