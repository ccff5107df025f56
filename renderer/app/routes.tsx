import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { courseIdSchema, editionIdSchema, personIdSchema, sessionIdSchema } from '../../domain/ids.ts';
import { AttendanceTab } from '../features/attendance/attendance-tab.tsx';
import { RoomPage } from '../features/attendance/room-page.tsx';
import { SessionsTab } from '../features/attendance/sessions-tab.tsx';
import { EditionCertificates } from '../features/certificates/edition-certificates.tsx';
import { RegisterPage } from '../features/certificates/register-page.tsx';
import { RegisterPrintPage } from '../features/certificates/register-print-page.tsx';
import { registerPrintSearchSchema, registerSearchSchema } from '../features/certificates/register-search.ts';
import { VerifyPage } from '../features/certificates/verify-page.tsx';
import { ConflictsPage } from '../features/conflicts/conflicts-page.tsx';
import { CourseNewPage } from '../features/courses/course-new-page.tsx';
import { CoursePage } from '../features/courses/course-page.tsx';
import { CoursesPage } from '../features/courses/courses-page.tsx';
import { coursesViewSchema } from '../features/courses/courses-view.ts';
import { BackupsPage } from '../features/data/backups-page.tsx';
import { DataLayout } from '../features/data/data-layout.tsx';
import { DevicesPage } from '../features/data/devices-page.tsx';
import { ExchangePage } from '../features/data/exchange-page.tsx';
import { documentsSearchSchema } from '../features/documents/documents-search.ts';
import { EditionDocuments } from '../features/documents/edition-documents.tsx';
import { ClosingPage } from '../features/editions/closing-page.tsx';
import { EditionEditPage } from '../features/editions/edition-edit-page.tsx';
import { EditionHistoryTab } from '../features/editions/edition-history-tab.tsx';
import { EditionLayout } from '../features/editions/edition-layout.tsx';
import { EditionNewPage } from '../features/editions/edition-new-page.tsx';
import { newEditionSearchSchema } from '../features/editions/new-edition-search.ts';
import { NewPersonDialog } from '../features/editions/new-person-dialog.tsx';
import { ParticipantsTab } from '../features/editions/participants-tab.tsx';
import { GradesTab } from '../features/grades/grades-tab.tsx';
import { ImportPage } from '../features/imports/import-page.tsx';
import { importSearchSchema } from '../features/imports/import-search.ts';
import { PeoplePage } from '../features/people/people-page.tsx';
import { newPersonSearchSchema, peopleViewSchema } from '../features/people/people-view.ts';
import { PersonNewPage } from '../features/people/person-new-page.tsx';
import { PersonPage } from '../features/people/person-page.tsx';
import { DevicePage } from '../features/settings/device-page.tsx';
import { SettingsHistoryPage } from '../features/settings/history-page.tsx';
import { OfficePage } from '../features/settings/office-page.tsx';
import { ProgrammesPage } from '../features/settings/programmes-page.tsx';
import { SettingsLayout } from '../features/settings/settings-layout.tsx';
import { UsersPage } from '../features/settings/users-page.tsx';
import { LockPage } from '../features/setup/lock-page.tsx';
import { RecoveryPage } from '../features/setup/recovery-page.tsx';
import { SetupPage } from '../features/setup/setup-page.tsx';
import { SignInPage } from '../features/setup/sign-in-page.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { Frame } from './frame.tsx';
import { idParam } from './route-params.ts';
import { type GatePages, SessionGate } from './session-gate.tsx';

/** What stands before the application: the first start and the sign-in. */
const gatePages: GatePages = { setup: SetupPage, signIn: SignInPage, damaged: RecoveryPage, lock: LockPage };

const rootRoute = createRootRoute({
  component: () => (
    <SessionGate pages={gatePages}>
      <Frame>
        <Outlet />
      </Frame>
    </SessionGate>
  ),
});

const todayRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: TodayPage });

const dataRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/datos',
  component: DataLayout,
});
const dataPages = [
  createRoute({ getParentRoute: () => dataRoute, path: '/', component: ExchangePage }),
  createRoute({ getParentRoute: () => dataRoute, path: 'respaldos', component: BackupsPage }),
  createRoute({ getParentRoute: () => dataRoute, path: 'equipos', component: DevicesPage }),
] as const;

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ajustes',
  component: SettingsLayout,
});
const settingsPages = [
  createRoute({ getParentRoute: () => settingsRoute, path: '/', component: OfficePage }),
  createRoute({ getParentRoute: () => settingsRoute, path: 'programas', component: ProgrammesPage }),
  createRoute({ getParentRoute: () => settingsRoute, path: 'usuarios', component: UsersPage }),
  createRoute({ getParentRoute: () => settingsRoute, path: 'equipo', component: DevicePage }),
  createRoute({ getParentRoute: () => settingsRoute, path: 'historial', component: SettingsHistoryPage }),
] as const;

const peopleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/personas',
    component: PeoplePage,
    validateSearch: peopleViewSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/personas/nueva',
    component: PersonNewPage,
    validateSearch: newPersonSearchSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/personas/$personId',
    component: PersonPage,
    params: idParam('personId', personIdSchema),
  }),
] as const;

const courseRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/cursos',
    component: CoursesPage,
    validateSearch: coursesViewSchema,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/cursos/nuevo', component: CourseNewPage }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/cursos/$courseId',
    component: CoursePage,
    params: idParam('courseId', courseIdSchema),
  }),
] as const;

const editionParam = idParam('editionId', editionIdSchema);
const sessionParam = idParam('sessionId', sessionIdSchema);

/** The edition is the workbench: its tabs are addresses under one header. */
const editionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ediciones/$editionId',
  component: EditionLayout,
  params: editionParam,
});
const editionTabs = [
  createRoute({ getParentRoute: () => editionRoute, path: '/', component: ParticipantsTab }),
  createRoute({ getParentRoute: () => editionRoute, path: 'sesiones', component: SessionsTab }),
  createRoute({ getParentRoute: () => editionRoute, path: 'asistencia', component: AttendanceTab }),
  createRoute({ getParentRoute: () => editionRoute, path: 'notas', component: GradesTab }),
  createRoute({ getParentRoute: () => editionRoute, path: 'certificados', component: EditionCertificates }),
  createRoute({
    getParentRoute: () => editionRoute,
    path: 'documentos',
    component: EditionDocuments,
    validateSearch: documentsSearchSchema,
  }),
  createRoute({ getParentRoute: () => editionRoute, path: 'historial', component: EditionHistoryTab }),
] as const;
const editionPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ediciones/nueva',
    component: EditionNewPage,
    validateSearch: newEditionSearchSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ediciones/$editionId/editar',
    component: EditionEditPage,
    params: editionParam,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ediciones/$editionId/cierre',
    component: ClosingPage,
    params: editionParam,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ediciones/$editionId/asistencia/$sessionId',
    component: () => <RoomPage NewPersonForm={NewPersonDialog} />,
    params: {
      parse: (params) => ({ ...editionParam.parse(params), ...sessionParam.parse(params) }),
      stringify: (params) => params,
    },
  }),
] as const;

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/importar',
  component: ImportPage,
  validateSearch: importSearchSchema,
});

const conflictsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/por-resolver',
  component: ConflictsPage,
});

const certificateRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/certificados',
    component: RegisterPage,
    validateSearch: registerSearchSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/certificados/libro',
    component: RegisterPrintPage,
    validateSearch: registerPrintSearchSchema,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/certificados/verificar', component: VerifyPage }),
] as const;

/** Every page of the application and its address: one line each. */
export const routeTree = rootRoute.addChildren([
  todayRoute,
  ...peopleRoutes,
  ...courseRoutes,
  ...editionPages,
  importRoute,
  conflictsRoute,
  ...certificateRoutes,
  editionRoute.addChildren(editionTabs),
  dataRoute.addChildren(dataPages),
  settingsRoute.addChildren(settingsPages),
]);
