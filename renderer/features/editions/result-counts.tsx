import { useTranslation } from 'react-i18next';
import { resultKindSchema } from '../../../domain/result.ts';
import classes from './closing-page.module.css';
import type { FinalResult } from './use-final-results.ts';

/** How many of each result. */
export function ResultCounts({ results }: { results: readonly FinalResult[] }) {
  const { t } = useTranslation('editions');
  const byKind = Map.groupBy(results, ({ result }) => result.kind);
  return (
    <dl className={classes['counts']}>
      {resultKindSchema.options
        .filter((kind) => kind !== 'pending' || byKind.has(kind))
        .map((kind) => {
          const count = byKind.get(kind)?.length ?? 0;
          return (
            <div key={kind}>
              <dt>{t(`results.${kind}`, { count })}</dt>
              <dd>{count}</dd>
            </div>
          );
        })}
    </dl>
  );
}
