export { DueReviews } from './parts/due-reviews.tsx';
