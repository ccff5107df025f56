import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import classes from './findings.module.css';

interface FindingGroupProps<Finding> {
  title: string;
  findings: readonly Finding[];
  /** What can be decided for all of them at once. */
  forAll?: ReactNode;
  children(finding: Finding): ReactNode;
}

/** A list of thousands would stand in the way of itself. */
const stepOfLines = 40;

/** Findings of one kind with their number, some at a time. */
export function FindingGroup<Finding>({ title, findings, forAll, children }: FindingGroupProps<Finding>) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const id = useId();
  const [shown, setShown] = useState(stepOfLines);
  if (findings.length === 0) return null;
  const hidden = findings.length - shown;
  return (
    <section className={classes['group']} aria-labelledby={id}>
      <h3 id={id}>
        {title} <span className={classes['count']}>{format.number(findings.length)}</span>
      </h3>
      {forAll}
      <ul>{findings.slice(0, shown).map((finding) => children(finding))}</ul>
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + stepOfLines)}>
          {t('findings.more', { count: hidden, hidden: format.number(hidden) })}
        </Button>
      )}
    </section>
  );
}
