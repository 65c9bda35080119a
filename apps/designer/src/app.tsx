import { lazy, Suspense, type ReactNode } from 'react';
import { Result, Spin } from 'antd';
import { createBrowserRouter, Outlet, RouterProvider, useParams, useRouteError } from 'react-router';
import { FailurePage, LiveUpdates, SessionProvider } from '@chengban/web';
import { DeputiesPage } from './deputies/deputies-page.js';
import { FlowsPage } from './flows/flows-page.js';
import { HandoverPage } from './handover/handover-page.js';
import { IncidentsPage } from './incidents/incidents-page.js';
import { AdminOnly } from './shell/admin-only.js';

// The modeler is large; the list of flows must not wait for it.
const DesignPage = lazy(() => import('./design/design-page.js').then((module) => ({ default: module.DesignPage })));
const WebhooksPage = lazy(() =>
  import('./webhooks/webhooks-page.js').then((module) => ({ default: module.WebhooksPage })),
);
const VersionsPage = lazy(() =>
  import('./versions/versions-page.js').then((module) => ({ default: module.VersionsPage })),
);

// A data router, because only it can ask before somebody leaves an unsaved drawing.
const router = createBrowserRouter(
  [
    {
      path: '/:tenant',
      element: <City />,
      errorElement: <Broken />,
      children: [
        { index: true, element: <FlowsPage /> },
        { path: 'incidents', element: <IncidentsPage /> },
        { path: 'webhooks', element: <WebhooksPage /> },
        { path: 'deputies', element: <DeputiesPage /> },
        { path: 'handover', element: <HandoverPage /> },
        { path: 'flows/:key', element: <DesignPage /> },
        { path: 'flows/:key/versions', element: <VersionsPage /> },
        { path: 'flows/:key/versions/:version', element: <VersionsPage /> },
      ],
    },
    { path: '*', element: <Lost /> },
  ],
  { basename: '/designer' },
);

/** What stops or does not arrive is told to administrators; the count in the head follows. */
const LIVE = ['incidents', 'deliveries'];

export function DesignerApp(): ReactNode {
  return <RouterProvider router={router} />;
}

function City(): ReactNode {
  const { tenant = '' } = useParams();
  return (
    <SessionProvider tenant={tenant} subtitle="流程设计">
      <AdminOnly>
        <LiveUpdates about={LIVE} />
        <Suspense fallback={<Spin className="page-spin" description="正在打开…" />}>
          <Outlet />
        </Suspense>
      </AdminOnly>
    </SessionProvider>
  );
}

/** A fault of ours, or a part of the program that could not be fetched: drafts are on the server, so reloading helps. */
function Broken(): ReactNode {
  return (
    <main>
      <FailurePage error={useRouteError()} />
    </main>
  );
}

function Lost(): ReactNode {
  return (
    <main>
      <Result
        icon={null}
        title="没有这个页面"
        subTitle="请检查地址，或从工作台重新进入。"
        extra={<a href="/">回到工作台</a>}
      />
    </main>
  );
}
