import { Button } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from '../../lib/cell-store.ts';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './grades.module.css';
import { parseScore } from './score.ts';

interface ScoreCellProps {
  label: string;
  /** 'row:column', by which the keys find the next field. */
  place: string;
  cell: Cell<number> | undefined;
  isReadOnly: boolean;
  onScore(score: number | null): void;
  /** Enter and the arrows. */
  onMove(event: KeyboardEvent<HTMLInputElement>): void;
  onRetry(): void;
}

/** One score: saved when the field is left; what is no score or could not be saved stays, with the reason below. */
export function ScoreCell({ label, place, cell, isReadOnly, onScore, onMove, onRetry }: ScoreCellProps) {
  const { t } = useTranslation('grades');
  const format = useFormat();
  const describeError = useDescribeError();
  const errorId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [hasLeft, setHasLeft] = useState(true);
  const value = cell?.value ?? null;
  const isInvalid = typed !== null && hasLeft && parseScore(typed) === 'invalid';
  const hasFailed = cell?.state === 'failed';
  const fault = isInvalid ? t('notAScore') : hasFailed ? describeError(cell.error) : null;

  const leave = () => {
    setHasLeft(true);
    const score = typed === null ? 'invalid' : parseScore(typed);
    if (score === 'invalid') return;
    setTyped(null);
    onScore(score);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Below the last person there is no field to go to, and what Enter says is saved all the same.
    if (event.key === 'Enter') leave();
    if (event.key !== 'Escape' || typed === null) return onMove(event);
    event.stopPropagation();
    return setTyped(null);
  };
  return (
    <>
      <input
        className={classes['input']}
        data-place={place}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : errorId}
        readOnly={isReadOnly}
        value={typed ?? format.number(value)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setHasLeft(false);
        }}
        onKeyDown={press}
        onBlur={leave}
      />
      {fault !== null && (
        <div id={errorId} role="alert" className={classes['fault']}>
          {fault}
          {hasFailed && !isInvalid && (
            <Button size="compact-sm" onClick={onRetry}>
              {t('common:retry')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
