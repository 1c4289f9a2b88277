export { CampaignInput, useCampaignNames } from './parts/campaign-input.tsx';
export { useCampaignWords } from './parts/words.ts';
