import { ConfigProvider } from 'antd';
import zhCN from 'antd/es/locale/zh_CN';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import type { Language } from '../formats/language.ts';
import { antdThemeFor, type ThemeName } from '../tokens/index.ts';
import { enWords, zhWords } from '../words/index.ts';
import { KitContext } from './kit-context.ts';
import { useStill } from './use-media.ts';

/** Row height of lists: 40 px, or 48 px for those who like air. */
export type Density = 'compact' | 'comfortable';

interface KitProviderProps {
  readonly theme: ThemeName;
  readonly density: Density;
  readonly language: Language;
  /** IANA zone of the organisation. */
  readonly zone: string;
  /** Name of the product in the present language. */
  readonly brand: string;
  /** Nonce of the content security policy, for the styles antd makes. */
  readonly nonce?: string | undefined;
  /** The present moment in ms by the server's clock; the machine's own without it. */
  readonly now?: (() => number) | undefined;
  readonly children: ReactNode;
}

const machineNow = () => Date.now();

/** Puts theme, density, language, zone and clock around everything that uses the kit. */
export function KitProvider({
  theme,
  density,
  language,
  zone,
  brand,
  nonce,
  now = machineNow,
  children,
}: KitProviderProps) {
  const still = useStill();
  const antdTheme = useMemo(() => antdThemeFor(theme, still), [theme, still]);
  const kit = useMemo(
    () => ({ language, zone, words: language === 'zh-CN' ? zhWords : enWords, brand, now }),
    [language, zone, brand, now],
  );
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = theme;
    root.dataset['density'] = density;
    root.lang = language;
    document
      .querySelector('meta[name="theme-color"]')
      ?.setAttribute('content', theme === 'dark' ? '#171b1a' : '#ffffff');
  }, [theme, density, language]);
  return (
    <KitContext value={kit}>
      <ConfigProvider
        theme={antdTheme}
        {...(language === 'zh-CN' ? { locale: zhCN } : {})}
        {...(nonce ? { csp: { nonce } } : {})}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        {children}
      </ConfigProvider>
    </KitContext>
  );
}
