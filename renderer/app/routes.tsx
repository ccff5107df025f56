import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { courseIdSchema, editionIdSchema, personIdSchema, sessionIdSchema } from '../../domain/ids.ts';
import { calendarViewSchema } from '../features/calendar/calendar-view.ts';
import { registerPrintSearchSchema, registerSearchSchema } from '../features/certificates/register-search.ts';
import { sessionsSearchSchema } from '../features/attendance/sessions-search.ts';
import { coursesViewSchema } from '../features/courses/courses-view.ts';
import { documentsSearchSchema } from '../features/documents/documents-search.ts';
import { newEditionSearchSchema } from '../features/editions/new-edition-search.ts';
import { participantsSearchSchema } from '../features/editions/participants-search.ts';
import { importSearchSchema } from '../features/imports/import-search.ts';
import { newPersonSearchSchema, peopleViewSchema } from '../features/people/people-view.ts';
import { LockPage } from '../features/setup/lock-page.tsx';
import { SignInPage } from '../features/setup/sign-in-page.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { cascadePrintSearchSchema } from '../features/trainers/cascade/cascade-print-search.ts';
import { observationSearchSchema } from '../features/trainers/observations/observation-search.ts';
import { trainersViewSchema } from '../features/trainers/trainers-view.ts';
import { trainerSearchViewSchema } from '../parts/who-may-teach/search-view.ts';
import { Frame } from './frame.tsx';
import { idParam } from './route-params.ts';
import { type GatePages, SessionGate } from './session-gate.tsx';

/** Loads every page but the first screen, once. */
export const loadPages = () => import('./pages.tsx');
type Pages = Awaited<ReturnType<typeof loadPages>>;

function page<Name extends keyof Pages>(name: Name) {
  return lazyRouteComponent(loadPages, name);
}

/** What stands before the application: the first start and the sign-in. */
const gatePages: GatePages = {
  setup: page('SetupPage'),
  signIn: SignInPage,
  damaged: page('RecoveryPage'),
  lock: LockPage,
};

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
  component: page('DataLayout'),
});
const dataPages = [
  createRoute({ getParentRoute: () => dataRoute, path: '/', component: page('ExchangePage') }),
  createRoute({ getParentRoute: () => dataRoute, path: 'respaldos', component: page('BackupsPage') }),
  createRoute({ getParentRoute: () => dataRoute, path: 'equipos', component: page('DevicesPage') }),
] as const;

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ajustes',
  component: page('SettingsLayout'),
});
const settingsPages = [
  createRoute({ getParentRoute: () => settingsRoute, path: '/', component: page('OfficePage') }),
  createRoute({ getParentRoute: () => settingsRoute, path: 'programas', component: page('ProgrammesPage') }),
  createRoute({ getParentRoute: () => settingsRoute, path: 'rubros', component: page('TradesPage') }),
  createRoute({ getParentRoute: () => settingsRoute, path: 'dias', component: page('OfficeDaysPage') }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: 'observacion',
    component: page('ObservationCriteriaPage'),
  }),
  createRoute({ getParentRoute: () => settingsRoute, path: 'usuarios', component: page('UsersPage') }),
  createRoute({ getParentRoute: () => settingsRoute, path: 'equipo', component: page('DevicePage') }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: 'historial',
    component: page('SettingsHistoryPage'),
  }),
] as const;

const peopleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/personas',
    component: page('PeoplePage'),
    validateSearch: peopleViewSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/personas/nueva',
    component: page('PersonNewPage'),
    validateSearch: newPersonSearchSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/personas/duplicados',
    component: page('DuplicatesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/personas/$personId',
    component: page('PersonPage'),
    params: idParam('personId', personIdSchema),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/personas/$personId/ficha',
    component: page('PersonRecordPage'),
    params: idParam('personId', personIdSchema),
  }),
] as const;

const courseRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/cursos',
    component: page('CoursesPage'),
    validateSearch: coursesViewSchema,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/cursos/nuevo', component: page('CourseNewPage') }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/cursos/$courseId',
    component: page('CoursePage'),
    params: idParam('courseId', courseIdSchema),
  }),
] as const;

const calendarRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/calendario',
    component: page('CalendarPage'),
    validateSearch: calendarViewSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/calendario/imprimir',
    component: page('CalendarPrintPage'),
    validateSearch: calendarViewSchema,
  }),
] as const;

const editionParam = idParam('editionId', editionIdSchema);
const sessionParam = idParam('sessionId', sessionIdSchema);

/** The edition is the workbench: its tabs are addresses under one header. */
const editionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ediciones/$editionId',
  component: page('EditionLayout'),
  params: editionParam,
});
const editionTabs = [
  createRoute({
    getParentRoute: () => editionRoute,
    path: '/',
    component: page('ParticipantsTab'),
    validateSearch: participantsSearchSchema,
  }),
  createRoute({
    getParentRoute: () => editionRoute,
    path: 'sesiones',
    component: page('SessionsTab'),
    validateSearch: sessionsSearchSchema,
  }),
  createRoute({ getParentRoute: () => editionRoute, path: 'asistencia', component: page('AttendanceTab') }),
  createRoute({ getParentRoute: () => editionRoute, path: 'notas', component: page('GradesTab') }),
  createRoute({
    getParentRoute: () => editionRoute,
    path: 'certificados',
    component: page('EditionCertificates'),
  }),
  createRoute({
    getParentRoute: () => editionRoute,
    path: 'documentos',
    component: page('EditionDocuments'),
    validateSearch: documentsSearchSchema,
  }),
  createRoute({
    getParentRoute: () => editionRoute,
    path: 'historial',
    component: page('EditionHistoryTab'),
  }),
] as const;
const editionPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ediciones/nueva',
    component: page('EditionNewPage'),
    validateSearch: newEditionSearchSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ediciones/$editionId/editar',
    component: page('EditionEditPage'),
    params: editionParam,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ediciones/$editionId/cierre',
    component: page('ClosingPage'),
    params: editionParam,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ediciones/$editionId/asistencia/$sessionId',
    component: page('RoomOfEdition'),
    params: {
      parse: (params) => ({ ...editionParam.parse(params), ...sessionParam.parse(params) }),
      stringify: (params) => params,
    },
  }),
] as const;

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/importar',
  component: page('ImportPage'),
  validateSearch: importSearchSchema,
});

const conflictsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/por-resolver',
  component: page('ConflictsPage'),
});

const trainerRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/capacitadores',
    component: page('TrainersPage'),
    validateSearch: trainersViewSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/capacitadores/buscar',
    component: page('WhoMayTeachPage'),
    validateSearch: trainerSearchViewSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/capacitadores/cascada',
    component: page('OfficeCascadePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/capacitadores/cascada/imprimir',
    component: page('CascadePrintPage'),
    validateSearch: cascadePrintSearchSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/capacitadores/$personId/cascada',
    component: page('CascadePage'),
    params: idParam('personId', personIdSchema),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/capacitadores/$personId/observacion',
    component: page('ObservationPage'),
    params: idParam('personId', personIdSchema),
    validateSearch: observationSearchSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/capacitadores/$personId',
    component: page('TrainerPage'),
    params: idParam('personId', personIdSchema),
  }),
] as const;

const certificateRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/certificados',
    component: page('RegisterPage'),
    validateSearch: registerSearchSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/certificados/libro',
    component: page('RegisterPrintPage'),
    validateSearch: registerPrintSearchSchema,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/certificados/verificar',
    component: page('VerifyPage'),
  }),
] as const;

/** Every page of the application and its address: one line each. */
export const routeTree = rootRoute.addChildren([
  todayRoute,
  ...peopleRoutes,
  ...courseRoutes,
  ...calendarRoutes,
  ...editionPages,
  importRoute,
  conflictsRoute,
  ...trainerRoutes,
  ...certificateRoutes,
  editionRoute.addChildren(editionTabs),
  dataRoute.addChildren(dataPages),
  settingsRoute.addChildren(settingsPages),
]);
