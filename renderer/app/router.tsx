import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { NotFound } from './not-found.tsx';
import { RouteError } from './route-error.tsx';
import { routeTree } from './routes.tsx';

export function createAppRouter(history: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    // Another person or edition is another page, even if the same component shows it.
    defaultRemountDeps: ({ params }) => params,
    scrollRestoration: true,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
