import { type ThemeConfig, theme as antdTheme } from 'antd';
import { dark, light, type Palette } from './palette.ts';

/** Light or dark. */
export type ThemeName = 'light' | 'dark';

const font =
  '-apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

function colours(p: Palette) {
  return {
    colorPrimary: p.accent,
    colorPrimaryHover: p['accent-hover'],
    colorPrimaryActive: p['accent-hover'],
    colorPrimaryBg: p['accent-soft'],
    colorPrimaryBgHover: p['accent-soft'],
    colorPrimaryBorder: p['accent-line'],
    colorPrimaryText: p.accent,
    colorInfo: p.accent,
    colorLink: p.accent,
    colorLinkHover: p['accent-hover'],
    colorError: p.late,
    colorErrorText: p.late,
    colorErrorBg: p['late-bg'],
    colorErrorBorder: p['late-line'],
    colorWarning: p.soon,
    colorWarningText: p.soon,
    colorWarningBg: p['soon-bg'],
    colorWarningBorder: p['soon-line'],
    colorSuccess: p.accent,
    colorSuccessText: p.accent,
    colorSuccessBg: p['accent-soft'],
    colorSuccessBorder: p['accent-line'],
    colorBgLayout: p['bg-layout'],
    colorBgContainer: p['bg-surface'],
    colorBgElevated: p['bg-raised'],
    colorFillQuaternary: p['bg-sunken'],
    colorFillTertiary: p['bg-sunken'],
    colorFillSecondary: p['bg-hover'],
    colorText: p.text,
    colorTextSecondary: p['text-2'],
    colorTextTertiary: p['text-3'],
    colorTextPlaceholder: p['text-3'],
    colorTextDescription: p['text-3'],
    colorTextDisabled: p['text-3'],
    colorIcon: p['text-2'],
    colorTextHeading: p.text,
    colorTextLightSolid: p['on-accent'],
    colorBorder: p['line-strong'],
    colorBorderSecondary: p.line,
    colorSplit: p.line,
    controlItemBgHover: p['bg-hover'],
    controlItemBgActive: p['accent-soft'],
  };
}

/** The antd theme of one appearance, made from the same tokens as our own parts; `still` turns motion off. */
export function antdThemeFor(name: ThemeName, still: boolean): ThemeConfig {
  const p = name === 'dark' ? dark : light;
  const mixed = name === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm;
  return {
    // antd mixes its own shades from the seeds; ours are drawn by hand and stand as they are.
    algorithm: (seed, map) => ({ ...mixed(seed, map), ...colours(p) }),
    hashed: false,
    cssVar: { key: `dealtrail-${name}` },
    token: {
      ...colours(p),
      fontFamily: font,
      fontSize: 14,
      fontSizeSM: 13,
      lineHeight: 22 / 14,
      fontWeightStrong: 600,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 6,
      borderRadiusXS: 4,
      controlHeight: 32,
      controlHeightSM: 28,
      controlHeightLG: 44,
      motion: !still,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 400,
        contentFontSizeSM: 13,
        paddingInline: 12,
        paddingInlineSM: 10,
        primaryColor: p['on-accent'],
        defaultBorderColor: p['line-strong'],
      },
      Input: { colorBorder: p['line-control'], activeShadow: 'none' },
      InputNumber: { colorBorder: p['line-control'], activeShadow: 'none' },
      Select: { colorBorder: p['line-control'], optionSelectedFontWeight: 600, activeOutlineColor: 'transparent' },
      DatePicker: { colorBorder: p['line-control'], activeShadow: 'none' },
      Checkbox: { colorBorder: p['line-control'] },
      Radio: { colorBorder: p['line-control'] },
      Form: { labelColor: p['text-2'], verticalLabelPadding: '0 0 4px', itemMarginBottom: 16 },
      Tooltip: {
        colorBgSpotlight: name === 'dark' ? '#39413f' : '#262c2a',
        colorTextLightSolid: '#ffffff',
        borderRadius: 6,
        controlHeight: 28,
      },
      Dropdown: { paddingBlock: 5, controlItemBgHover: p['bg-hover'] },
      Drawer: { paddingLG: 24, padding: 16 },
    },
  };
}
