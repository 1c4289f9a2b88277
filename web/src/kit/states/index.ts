export { Conflict } from './conflict.tsx';
export { Skeleton } from './skeleton.tsx';
export { Empty, Failure, NoPermission, NotFound, Notice, OfflineBar } from './states.tsx';
