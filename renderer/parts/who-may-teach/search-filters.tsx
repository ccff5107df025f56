import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accreditationLevelSchema } from '../../../domain/accreditation-rule.ts';
import { typedTimeSchema } from '../../../domain/field.ts';
import { editionIdSchema } from '../../../domain/ids.ts';
import { languageSchema } from '../../../domain/language.ts';
import { municipalityCodeSchema } from '../../../domain/office.ts';
import { useApi } from '../../lib/api.tsx';
import { useLanguageWords } from '../../lib/use-language-words.ts';
import { useMunicipalities } from '../../lib/use-municipalities.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { filterByPart } from '../../ui/fields/select-field.tsx';
import { CourseSelect } from '../course-select.tsx';
import { WeekdayChips } from '../weekday-chips.tsx';
import { type TrainerSearchView, trainerSearchViewSchema } from './search-view.ts';
import classes from './who-may-teach.module.css';

interface SearchFiltersProps {
  view: TrainerSearchView;
  onChange(view: TrainerSearchView): void;
}

/** Whom one seeks: for which course, who speaks what, lives where, and is free when. */
export function SearchFilters({ view, onChange }: SearchFiltersProps) {
  const { t } = useTranslation('trainers');
  const languages = useLanguageWords();
  const { options: municipalities } = useMunicipalities();
  const courses = useQuery(useApi().courses.list.queryOptions()).data ?? [];
  const set = (change: TrainerSearchView) => onChange({ ...view, ...change });
  return (
    <div className={classes['filters']} role="search" aria-label={t('find.label')}>
      <CourseSelect
        label={t('filter.course')}
        everything={t('filter.allCourses')}
        courses={courses}
        value={view.courseId}
        onChange={(courseId) => set({ courseId, editionId: undefined })}
      />
      <NativeSelect
        aria-label={t('column.level')}
        value={view.level ?? ''}
        data={[
          { value: '', label: t('find.anyLevel') },
          ...accreditationLevelSchema.options.map((level) => ({ value: level, label: t(`level.${level}`) })),
        ]}
        onChange={(event) =>
          set({ level: accreditationLevelSchema.safeParse(event.currentTarget.value).data })
        }
      />
      <Select
        w={170}
        aria-label={t('find.language')}
        placeholder={t('find.anyLanguage')}
        data={languages.optionsWith(view.language === undefined ? [] : [view.language])}
        value={view.language ?? null}
        onChange={(language) => set({ language: languageSchema.safeParse(language).data })}
        clearable
        clearButtonProps={{ 'aria-label': t('common:clear') }}
      />
      <Select
        w={230}
        aria-label={t('find.near')}
        placeholder={t('find.anywhere')}
        data={municipalities}
        value={view.near ?? null}
        onChange={(near) => set({ near: municipalityCodeSchema.safeParse(near).data })}
        searchable
        filter={filterByPart}
        clearable
        clearButtonProps={{ 'aria-label': t('common:clear') }}
      />
      <NativeSelect
        aria-label={t('find.when')}
        value={view.when ?? ''}
        data={[
          { value: '', label: t('find.anyTime') },
          { value: 'days', label: t('find.onDays') },
          { value: 'edition', label: t('find.inEdition') },
        ]}
        onChange={(event) =>
          set({ when: trainerSearchViewSchema.shape.when.parse(event.currentTarget.value) })
        }
      />
      {view.when === 'edition' && <EditionChoice view={view} onChange={set} />}
      {view.when === 'days' && <DaysChoice view={view} onChange={set} />}
    </div>
  );
}

/** The editions that are to come or run, of the course if one is chosen. */
function EditionChoice({ view, onChange }: SearchFiltersProps) {
  const { t } = useTranslation('trainers');
  const input = { courseId: view.courseId ?? null };
  const editions = useQuery(useApi().editions.list.queryOptions({ input })).data ?? [];
  const standing = editions.filter(
    ({ status, id }) => (status !== 'closed' && status !== 'cancelled') || id === view.editionId,
  );
  return (
    <Select
      w={320}
      aria-label={t('find.edition')}
      placeholder={t('find.chooseEdition')}
      data={standing.map(({ id, code, courseTitle }) => ({ value: id, label: `${code} · ${courseTitle}` }))}
      value={view.editionId ?? null}
      onChange={(editionId) => onChange({ editionId: editionIdSchema.safeParse(editionId).data })}
      searchable={standing.length > 10}
      nothingFoundMessage={t('common:nothingFound')}
    />
  );
}

function DaysChoice({ view, onChange }: SearchFiltersProps) {
  const { t } = useTranslation('trainers');
  const { from, to, weekdays = [], startsAt, endsAt } = view;
  const isTurned = from !== undefined && to !== undefined && to < from;
  return (
    <div className={classes['days']}>
      <DateInput
        label={t('find.from')}
        value={from ?? null}
        onChange={(date) => onChange({ from: date ?? undefined })}
      />
      <DateInput
        label={t('find.to')}
        value={to ?? null}
        onChange={(date) => onChange({ to: date ?? undefined })}
        error={isTurned ? t('common:issue.endsBeforeStart') : null}
      />
      <TimeInput
        label={t('find.startsAt')}
        value={startsAt}
        onChange={(time) => onChange({ startsAt: time })}
      />
      <TimeInput label={t('find.endsAt')} value={endsAt} onChange={(time) => onChange({ endsAt: time })} />
      <div className={classes['weekdays']}>
        <span aria-hidden>{t('find.weekdays')}</span>
        <WeekdayChips
          label={t('find.weekdays')}
          value={weekdays}
          onChange={(days) => onChange({ weekdays: days.length === 0 ? undefined : days })}
        />
      </div>
    </div>
  );
}

interface TimeInputProps {
  label: string;
  value: string | undefined;
  onChange(time: string | undefined): void;
}

/** A time of day as people write it; it counts when the field is left. Empty: the whole day. */
function TimeInput({ label, value, onChange }: TimeInputProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value ?? '');
  const time = text.trim() === '' ? undefined : typedTimeSchema.safeParse(text);
  const [hasLeft, setHasLeft] = useState(true);
  return (
    <TextInput
      w={92}
      label={label}
      placeholder="14:00"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setHasLeft(false);
      }}
      onBlur={() => {
        setHasLeft(true);
        onChange(time?.data);
        if (time?.data !== undefined) setText(time.data);
      }}
      error={hasLeft && time?.success === false ? t('issue.invalidTime') : null}
    />
  );
}
