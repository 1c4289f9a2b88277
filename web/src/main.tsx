import './kit/tokens/index.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { giveStylesTheNonce, pageNonce } from './app/style-nonce.ts';
import { appearance } from './kernel/appearance/index.ts';
import { setSurroundings } from './kernel/client/index.ts';
import { loadWords, startWords } from './kernel/i18n/index.ts';

async function start(): Promise<void> {
  const nonce = pageNonce();
  if (nonce) giveStylesTheNonce(nonce);
  const { language } = appearance();
  setSurroundings({ language });
  await startWords(language);
  await loadWords(['kernel', 'app', 'clocks']);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App nonce={nonce} />
    </StrictMode>,
  );
}

void start();
