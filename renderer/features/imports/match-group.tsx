import { useTranslation } from 'react-i18next';
import type { ImportMatch } from '../../../domain/import.ts';
import { Segments } from '../../ui/segments.tsx';
import { FindingGroup } from './finding-group.tsx';
import classes from './findings.module.css';
import { MatchLine } from './match-line.tsx';
import { useDecisions } from './use-decisions.ts';
import { type Decision, defaultDecision } from './use-import-draft.ts';

interface MatchGroupProps {
  kind: ImportMatch['kind'];
  matches: readonly ImportMatch[];
  decisionByRow: ReadonlyMap<number, Decision>;
  onDecide(matches: readonly ImportMatch[], decision: Decision): void;
  onShow(row: number, column: string | null): void;
}

/** People of the list who are or may be somebody known already; decided one by one or all at once. */
export function MatchGroup({ kind, matches, decisionByRow, onDecide, onShow }: MatchGroupProps) {
  const { t } = useTranslation('imports');
  const { options, parse } = useDecisions();
  const decisionOf = (match: ImportMatch) => decisionByRow.get(match.row) ?? defaultDecision(match);
  const decisions = new Set(matches.map(decisionOf));
  const [only = null] = decisions.size === 1 ? decisions : [];
  const title = t(`findings.match.${kind}`);
  return (
    <FindingGroup
      title={title}
      findings={matches}
      forAll={
        matches.length > 1 && (
          <div className={classes['forAll']}>
            <span aria-hidden>{t('findings.forAll')}</span>
            <Segments
              label={t('findings.forAllOf', { group: title })}
              options={options}
              value={only}
              onChange={(value) => onDecide(matches, parse(value))}
            />
          </div>
        )
      }
    >
      {(match) => (
        <MatchLine
          key={match.row}
          match={match}
          decision={decisionOf(match)}
          onDecide={(decision) => onDecide([match], decision)}
          onShow={() => onShow(match.row, null)}
        />
      )}
    </FindingGroup>
  );
}
