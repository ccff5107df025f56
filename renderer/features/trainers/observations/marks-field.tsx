import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { computeObservationScore, markScale, type ObservationMark } from '../../../../domain/observation.ts';
import { useFormat } from '../../../lib/format.ts';
import { textOf, useField } from '../../../ui/fields/use-field.ts';
import { Segments } from '../../../ui/segments.tsx';
import classes from './observations.module.css';
import { toMark } from './observation-form.ts';

interface MarksFieldProps {
  name: string;
  criteria: readonly Pick<ObservationMark, 'text' | 'weight'>[];
  /** Least score that the rule of the course asks for; null: none. */
  needed: number | null;
}

/** The criteria one below the other: a digit marks and goes down, N says that one does not apply. */
export function MarksField({ name, criteria, needed }: MarksFieldProps) {
  const { t } = useTranslation('trainers');
  const list = useRef<HTMLOListElement>(null);
  // Two may have the same words; a form that is open keeps its order.
  const rows = criteria.map((criterion, place) => ({ ...criterion, place }));
  return (
    <div className={classes['marks']}>
      <p className={classes['note']}>{t('observation.keys')}</p>
      <ol ref={list} aria-label={t('observation.criteria')}>
        {rows.map(({ text, weight, place }) => (
          <Criterion
            key={place}
            name={`${name}.${place}.mark`}
            text={weight === 1 ? text : t('observation.weighted', { text, weight })}
            list={list}
            place={place}
          />
        ))}
      </ol>
      <Total name={name} needed={needed} />
    </div>
  );
}

interface CriterionProps {
  name: string;
  text: string;
  list: RefObject<HTMLOListElement | null>;
  place: number;
}

function Criterion({ name, text, list, place }: CriterionProps) {
  const { t } = useTranslation('trainers');
  const { value, change, ref, error } = useField(name);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isMark = /^[1-4nN]$/.test(event.key);
    const step = isMark || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && focusCriterion(list.current, place + step)) event.preventDefault();
  };
  return (
    <li data-place={place}>
      <span>{text}</span>
      <div className={classes['choice']} ref={(element) => ref(element?.querySelector('input') ?? null)}>
        <Segments
          label={text}
          options={[
            ...markScale.map((mark) => ({
              value: String(mark),
              label: String(mark),
              hint: t(`observation.mark.${mark}`),
            })),
            { value: 'none', label: t('observation.mark.none'), hint: t('observation.mark.noneHint') },
          ]}
          value={textOf(value)}
          onChange={change}
          onKeyDown={press}
        />
        {error !== null && (
          <span className={classes['fault']} role="alert">
            {error}
          </span>
        )}
      </div>
    </li>
  );
}

/** The chosen answer of a criterion, else its first; whether there is that criterion. */
function focusCriterion(list: HTMLOListElement | null, place: number): boolean {
  const row = list?.querySelector(`[data-place="${place}"]`);
  const target = row?.querySelector<HTMLElement>('input:checked') ?? row?.querySelector<HTMLElement>('input');
  target?.focus();
  return target !== undefined && target !== null;
}

/** What the marks make so far. */
function Total({ name, needed }: Pick<MarksFieldProps, 'name' | 'needed'>) {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const marks = useWatch({ name }) as readonly { weight: number; mark: string }[];
  const left = marks.filter(({ mark }) => mark === '').length;
  const score = computeObservationScore(marks.map(({ weight, mark }) => ({ weight, mark: toMark(mark) })));
  const asks = needed === null ? '' : ` ${t('observation.asks', { needed: format.number(needed) })}`;
  return (
    <p className={classes['total']} role="status">
      <b>
        {score === null ? t('observation.noScore') : t('observation.score', { score: format.number(score) })}
      </b>
      {asks}
      {left > 0 && ` ${t('observation.left', { count: left })}`}
    </p>
  );
}
