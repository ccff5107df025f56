import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { calendarFilterSchema } from '../../../domain/calendar.ts';
import { today } from '../../lib/date-text.ts';
import { useDocumentPreview } from '../../lib/use-document.ts';
import { usePaper } from '../../lib/use-paper.ts';
import { documentAddress, useDocumentActions } from '../../parts/use-document-actions.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { writeCalendarAddress } from './calendar-view.ts';

/** The month or week as paper, as the filters of the calendar left it. */
export function CalendarPrintPage() {
  const view = useSearch({ from: '/calendario/imprimir' });
  const { t } = useTranslation('calendar');
  const { paper, setPaper, options } = usePaper();
  const span = view.view ?? 'month';
  const date = view.date ?? today();
  const filter = calendarFilterSchema.parse(view);
  const preview = useDocumentPreview(
    paper === null ? null : { kind: 'calendar', span, date, filter, paper },
    'calendar',
  );
  const actions = useDocumentActions(preview.document, preview.isMaking);
  return (
    <Page fill>
      <PageHeader
        title={t('print.title')}
        trail={[
          { label: t('courses:title'), to: '/cursos' },
          { label: t('title'), to: writeCalendarAddress(view) },
        ]}
      />
      <Toolbar>
        <Segments label={t('documents:paper.label')} options={options} value={paper} onChange={setPaper} />
      </Toolbar>
      <PdfPane
        title={t('title')}
        source={preview.document === null ? null : documentAddress(preview.document)}
        actions={actions}
        isMaking={preview.isMaking}
        error={preview.error}
        nothing={{ title: t('noSessions') }}
      />
    </Page>
  );
}
