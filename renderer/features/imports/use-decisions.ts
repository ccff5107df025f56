import { useTranslation } from 'react-i18next';
import type { Decision } from './use-import-draft.ts';

const decisions: readonly Decision[] = ['same', 'different', 'skip'];

/** What can be decided of someone who may be somebody known already. */
export function useDecisions() {
  const { t } = useTranslation('imports');
  return {
    options: decisions.map((value) => ({
      value,
      label: t(`decision.${value}.word`),
      hint: t(`decision.${value}.sentence`),
    })),
    parse: (value: string): Decision => decisions.find((decision) => decision === value) ?? 'different',
  };
}
