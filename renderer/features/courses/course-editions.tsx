import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CourseId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './course-form.module.css';
import { useEditionColumns } from './use-edition-columns.tsx';

const mostHeight = 240;

/** Each time a course was or will be given. */
export function CourseEditions({ courseId }: { courseId: CourseId }) {
  const { t } = useTranslation('courses');
  const api = useApi();
  const navigate = useNavigate();
  const columns = useEditionColumns(false);
  const editions = useQuery(api.editions.list.queryOptions({ input: { courseId } }));
  return (
    <Section title={t('editions.ofCourse')}>
      <Loaded query={editions}>
        {(all) =>
          all.length === 0 ? (
            <p className={classes['sum']}>{t('editions.empty.title')}</p>
          ) : (
            <DataTable
              label={t('editions.ofCourse')}
              columns={columns}
              rows={all}
              rowId={({ id }) => id}
              onOpen={({ id }) => void navigate({ to: '/ediciones/$editionId', params: { editionId: id } })}
              maxHeight={mostHeight}
              empty={null}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
