export { Columns, Page, useDocumentTitle } from './page.tsx';
export { ScrollRegion } from './scroll-region.tsx';
export { Tabs } from './tabs.tsx';
export { TitleSlot } from './title-slot.tsx';
