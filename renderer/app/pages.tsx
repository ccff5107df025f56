import { RoomPage } from '../features/attendance/room-page.tsx';
import { NewPersonDialog } from '../features/editions/new-person-dialog.tsx';

export { AttendanceTab } from '../features/attendance/attendance-tab.tsx';
export { SessionsTab } from '../features/attendance/sessions-tab.tsx';
export { CalendarPrintPage } from '../features/calendar/calendar-print-page.tsx';
export { CalendarPage } from '../features/calendar/calendar-page.tsx';
export { EditionCertificates } from '../features/certificates/edition-certificates.tsx';
export { RegisterPage } from '../features/certificates/register-page.tsx';
export { RegisterPrintPage } from '../features/certificates/register-print-page.tsx';
export { VerifyPage } from '../features/certificates/verify-page.tsx';
export { ConflictsPage } from '../features/conflicts/conflicts-page.tsx';
export { CourseNewPage } from '../features/courses/course-new-page.tsx';
export { CoursePage } from '../features/courses/course-page.tsx';
export { CoursesPage } from '../features/courses/courses-page.tsx';
export { BackupsPage } from '../features/data/backups-page.tsx';
export { DataLayout } from '../features/data/data-layout.tsx';
export { DevicesPage } from '../features/data/devices-page.tsx';
export { ExchangePage } from '../features/data/exchange-page.tsx';
export { EditionDocuments } from '../features/documents/edition-documents.tsx';
export { ClosingPage } from '../features/editions/closing-page.tsx';
export { EditionEditPage } from '../features/editions/edition-edit-page.tsx';
export { EditionHistoryTab } from '../features/editions/edition-history-tab.tsx';
export { EditionLayout } from '../features/editions/edition-layout.tsx';
export { EditionNewPage } from '../features/editions/edition-new-page.tsx';
export { ParticipantsTab } from '../features/editions/participants-tab.tsx';
export { GradesTab } from '../features/grades/grades-tab.tsx';
export { ImportPage } from '../features/imports/import-page.tsx';
export { DuplicatesPage } from '../features/people/duplicates-page.tsx';
export { PeoplePage } from '../features/people/people-page.tsx';
export { PersonNewPage } from '../features/people/person-new-page.tsx';
export { PersonRecordPage } from '../features/people/person-record-page.tsx';
export { PersonPage } from '../features/people/person-page.tsx';
export { DevicePage } from '../features/settings/device-page.tsx';
export { SettingsHistoryPage } from '../features/settings/history-page.tsx';
export { OfficeDaysPage } from '../features/settings/office-days-page.tsx';
export { ObservationCriteriaPage } from '../features/settings/observation-page.tsx';
export { OfficePage } from '../features/settings/office-page.tsx';
export { ProgrammesPage } from '../features/settings/programmes-page.tsx';
export { SettingsLayout } from '../features/settings/settings-layout.tsx';
export { TradesPage } from '../features/settings/trades-page.tsx';
export { UsersPage } from '../features/settings/users-page.tsx';
export { RecoveryPage } from '../features/setup/recovery-page.tsx';
export { SetupPage } from '../features/setup/setup-page.tsx';
export { CascadePrintPage } from '../features/trainers/cascade/cascade-print-page.tsx';
export { CascadePage, OfficeCascadePage } from '../features/trainers/cascade/cascade-page.tsx';
export { ObservationPage } from '../features/trainers/observations/observation-page.tsx';
export { TrainerPage } from '../features/trainers/trainer-page.tsx';
export { WhoMayTeachPage } from '../features/trainers/who-may-teach-page.tsx';
export { TrainersPage } from '../features/trainers/trainers-page.tsx';

/** Every page but the first screen is in this part of the program, which is loaded after that. */
export function RoomOfEdition() {
  return <RoomPage NewPersonForm={NewPersonDialog} />;
}
