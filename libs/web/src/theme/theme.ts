import type { ThemeConfig } from 'antd';
import { inks, tones } from './tones';

/** Calm: one blue, much white, thin lines, no shadows but on what floats. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: inks.primary,
    colorInfo: inks.primary,
    colorLink: tones.blue.text,
    colorSuccess: '#237a45',
    colorWarning: '#a86400',
    colorError: tones.red.text,
    colorSuccessBg: tones.green.ground,
    colorSuccessBorder: tones.green.line,
    colorWarningBg: tones.amber.ground,
    colorWarningBorder: tones.amber.line,
    colorErrorBg: tones.red.ground,
    colorErrorBorder: tones.red.line,
    colorInfoBg: tones.blue.ground,
    colorInfoBorder: tones.blue.line,
    colorTextBase: inks.title,
    colorText: inks.text,
    colorTextSecondary: inks.soft,
    colorTextTertiary: '#667180',
    colorTextDescription: inks.soft,
    colorTextPlaceholder: '#6b7583',
    colorTextDisabled: '#6b7583',
    colorBorder: '#c9d0d8',
    colorBorderSecondary: inks.line,
    colorBgLayout: inks.ground,
    borderRadius: 6,
    fontSize: 14,
    fontFamily:
      "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif",
    controlHeight: 34,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Layout: { headerBg: '#ffffff', headerHeight: 56, siderBg: '#ffffff', bodyBg: inks.ground },
    Menu: {
      itemHeight: 42,
      itemBorderRadius: 6,
      itemSelectedBg: tones.blue.ground,
      itemSelectedColor: tones.blue.text,
      activeBarBorderWidth: 0,
    },
    Table: { headerBg: '#f8f9fb', headerColor: inks.text, rowHoverBg: '#f6f9fd', cellPaddingBlock: 12 },
    Card: { headerFontSize: 15 },
    Form: { labelColor: inks.text, verticalLabelPadding: '0 0 6px' },
    Tabs: { titleFontSize: 15 },
  },
};
