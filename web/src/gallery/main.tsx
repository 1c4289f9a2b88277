import '../kit/tokens/index.ts';
import '../app/shell/shell.css';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { KitProvider } from '../kit/provider/index.ts';
import { NOW, scenes } from './scenes.tsx';

const asked = new URLSearchParams(location.search);
const Scene = scenes[asked.get('scene') ?? 'marks'] ?? (() => null);

/** Dev only: one part of the kit after the other, at the moment of the reference pictures. */
const router = createRouter({
  routeTree: createRootRoute({
    component: () => (
      <div className="app" style={{ gridTemplate: 'minmax(0, 1fr) / minmax(0, 1fr)' }}>
        <main className="app-main">
          <Scene />
        </main>
      </div>
    ),
  }),
  history: createMemoryHistory(),
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <KitProvider
      theme={asked.get('theme') === 'dark' ? 'dark' : 'light'}
      density={asked.get('density') === 'comfortable' ? 'comfortable' : 'compact'}
      language={asked.get('language') === 'en' ? 'en' : 'zh-CN'}
      zone="Asia/Shanghai"
      brand="商迹"
      now={() => NOW}
    >
      <RouterProvider router={router} />
    </KitProvider>,
  );
