/** Languages of the interface. */
export type Language = 'zh-CN' | 'en';
