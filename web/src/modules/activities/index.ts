export { RecordFiles } from './parts/record-files.tsx';
export { RecordTimeline } from './parts/record-timeline.tsx';
