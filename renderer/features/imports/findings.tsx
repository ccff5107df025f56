import { IconCircleCheck } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportMatch, ImportReview } from '../../../domain/import.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import desk from './import-desk.module.css';
import { MatchGroup } from './match-group.tsx';
import { groupProblems, problemGroups } from './problem-groups.ts';
import { ProblemGroup } from './problem-group.tsx';
import type { Decision, ImportDraft } from './use-import-draft.ts';

interface FindingsProps {
  draft: ImportDraft;
  onDraft(draft: ImportDraft): void;
  review: UseQueryResult<ImportReview, unknown>;
  onShow(row: number, column: string | null): void;
}

const kinds = ['conflict', 'possible', 'same'] as const;

/** What needs a word, in groups: who may be somebody known already, and cells that could not be used as they are. */
export function Findings({ draft, onDraft, review, onShow }: FindingsProps) {
  const decide = (matches: readonly ImportMatch[], decision: Decision) => {
    const decided = matches.map(({ row }) => [row, decision] as const);
    onDraft({ ...draft, decisionByRow: new Map([...draft.decisionByRow, ...decided]) });
  };
  return (
    <div className={desk['scroll']}>
      <Loaded query={review}>
        {(found) => (
          <Groups review={found} decisionByRow={draft.decisionByRow} onDecide={decide} onShow={onShow} />
        )}
      </Loaded>
    </div>
  );
}

interface GroupsProps {
  review: ImportReview;
  decisionByRow: ReadonlyMap<number, Decision>;
  onDecide(matches: readonly ImportMatch[], decision: Decision): void;
  onShow(row: number, column: string | null): void;
}

function Groups({ review, decisionByRow, onDecide, onShow }: GroupsProps) {
  const { t } = useTranslation('imports');
  const { rows, toWait, alreadyEnrolled, lacking, skipped, matches, problems } = review;
  const problemsByGroup = groupProblems(problems);
  const isNameless = problems.filter(({ code }) => code === 'missingName').length === rows;
  if (isNameless) return <Notice tone="warning">{t('findings.nameless')}</Notice>;
  return (
    <>
      {toWait > 0 && <Notice tone="warning">{t('findings.wait', { count: toWait })}</Notice>}
      {lacking > 0 && <Notice tone="warning">{t('findings.lacking', { count: lacking })}</Notice>}
      {alreadyEnrolled > 0 && (
        <Notice tone="info">{t('findings.enrolled', { count: alreadyEnrolled })}</Notice>
      )}
      {skipped > 0 && <Notice tone="info">{t('findings.skipped', { count: skipped })}</Notice>}
      {matches.length + problems.length === 0 && (
        <EmptyState icon={IconCircleCheck} title={t('findings.none.title')} text={t('findings.none.text')} />
      )}
      {kinds.map((kind) => (
        <MatchGroup
          key={kind}
          kind={kind}
          matches={matches.filter((match) => match.kind === kind)}
          decisionByRow={decisionByRow}
          onDecide={onDecide}
          onShow={onShow}
        />
      ))}
      {problemGroups.map((group) => (
        <ProblemGroup key={group} group={group} problems={problemsByGroup.get(group) ?? []} onShow={onShow} />
      ))}
    </>
  );
}
