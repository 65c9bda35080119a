import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { ThemeProvider, SessionProvider } from '@chengban/web';
import { makeRouter } from './routes';
import './page/page.css';

const tenant = decodeURIComponent(window.location.pathname.split('/')[1] ?? '');

createRoot(document.getElementById('root') as HTMLElement).render(
  <ThemeProvider>
    <SessionProvider tenant={tenant}>
      <RouterProvider router={makeRouter(tenant)} />
    </SessionProvider>
  </ThemeProvider>,
);
