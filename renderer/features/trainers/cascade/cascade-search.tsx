import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedCascade } from '../../../../domain/contract/trainers.ts';
import { foldText } from '../../../../domain/text.ts';
import { useFormat } from '../../../lib/format.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import classes from './cascade.module.css';
import type { CascadeView } from './use-cascade-view.ts';

/** Finds somebody in drawing and table by parts of the name: Enter goes to the next of those found. */
export function CascadeSearch({ people, view }: { people: NamedCascade['people']; view: CascadeView }) {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const [text, setText] = useState('');
  const folded = useMemo(
    () => people.map(({ personId, name }) => ({ personId, name: foldText(name) })),
    [people],
  );
  const words = foldText(text).split(' ').filter(Boolean);
  const found =
    words.length === 0 ? [] : folded.filter(({ name }) => words.every((word) => name.includes(word)));
  const place = found.findIndex(({ personId }) => personId === view.selectedId);
  const goOn = () => {
    const next = found[(place + 1) % found.length];
    if (next !== undefined) view.select(next.personId);
  };
  const count = format.number(found.length);
  const said =
    found.length === 0
      ? t('search.nobody')
      : place === -1
        ? t('search.found', { count: found.length, written: count })
        : t('search.place', { place: format.number(place + 1), total: count });
  return (
    <>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <SearchField label={t('search.label')} value={text} onChange={setText} delay={0} width={280} />
      </form>
      <span role="status" className={classes['found']}>
        {words.length === 0 ? '' : said}
      </span>
    </>
  );
}
