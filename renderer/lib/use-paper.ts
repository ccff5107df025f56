import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Paper, paperSchema } from '../../domain/office.ts';
import { useApi } from './api.tsx';

export interface PaperChoice {
  /** The one chosen, else the office's own; null until that is known. */
  paper: Paper | null;
  setPaper(value: string): void;
  options: { value: Paper; label: string }[];
}

/** Which paper is in the printer. */
export function usePaper(): PaperChoice {
  const { t } = useTranslation('documents');
  const office = useQuery(useApi().office.get.queryOptions());
  const [chosen, setChosen] = useState<Paper | null>(null);
  return {
    paper: chosen ?? office.data?.paper ?? null,
    setPaper: (value) => setChosen(paperSchema.parse(value)),
    options: (['letter', 'legal', 'a4'] as const).map((value) => ({ value, label: t(`paper.${value}`) })),
  };
}
