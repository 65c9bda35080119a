import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from '@chengban/web';
import { DesignerApp } from './app.js';
import './designer.css';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider>
        <DesignerApp />
      </ThemeProvider>
    </StrictMode>,
  );
