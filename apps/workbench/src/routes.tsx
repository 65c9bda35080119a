import { createBrowserRouter } from 'react-router';
import { AppShell } from './shell/app-shell';
import { RouteFailure } from './shell/route-failure';

/** Each page is a chunk of its own; addresses are relative to the city. */
export const makeRouter = (tenant: string): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter(
    [
      {
        path: 'print/:id',
        errorElement: <RouteFailure />,
        HydrateFallback: () => null,
        lazy: async () => ({ Component: (await import('./print/print-page')).PrintPage }),
      },
      {
        element: <AppShell />,
        errorElement: <RouteFailure />,
        HydrateFallback: () => null,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./overview/overview-page')).OverviewPage }) },
          {
            path: 'obligations',
            lazy: async () => ({ Component: (await import('./obligations/obligations-page')).ObligationsPage }),
          },
          {
            path: 'obligations/:id',
            lazy: async () => ({ Component: (await import('./obligations/obligation-page')).ObligationPage }),
          },
          {
            path: 'measures',
            lazy: async () => ({ Component: (await import('./measures/measures-page')).MeasuresPage }),
          },
          { path: 'tasks', lazy: async () => ({ Component: (await import('./tasks/inbox-page')).InboxPage }) },
          {
            path: 'tasks/:id',
            lazy: async () => ({ Component: (await import('./handling/handling-page')).HandlingPage }),
          },
          { path: 'done', lazy: async () => ({ Component: (await import('./tasks/done-page')).DonePage }) },
          {
            path: 'submissions',
            lazy: async () => ({ Component: (await import('./submissions/submissions-page')).SubmissionsPage }),
          },
          { path: 'copies', lazy: async () => ({ Component: (await import('./copies/copies-page')).CopiesPage }) },
          {
            path: 'submissions/:id',
            lazy: async () => ({ Component: (await import('./submissions/submission-page')).SubmissionPage }),
          },
          {
            path: 'plan-drafts',
            lazy: async () => ({ Component: (await import('./plan-import/upload-page')).UploadPage }),
          },
          {
            path: 'plan-drafts/:id',
            lazy: async () => ({ Component: (await import('./plan-import/draft-page')).DraftPage }),
          },
          {
            path: 'settings/deputies',
            lazy: async () => ({ Component: (await import('./deputies/deputies-page')).DeputiesPage }),
          },
          {
            path: 'settings/notifications',
            lazy: async () => ({ Component: (await import('./settings/notifications-page')).NotificationsPage }),
          },
          { path: '*', element: <RouteFailure /> },
        ],
      },
    ],
    { basename: `/${encodeURIComponent(tenant)}` },
  );
