export { Columns, Page, useDocumentTitle } from './page.tsx';
export { Tabs } from './tabs.tsx';
