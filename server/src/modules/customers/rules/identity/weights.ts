import type { MatchWeights } from '@dealtrail/protocol/customers';

/**
 * What an organisation starts with, in the manner of Fellegi and Sunter: a point is about one bit of evidence. Fitted by
 * hand so that our own table of pairs (`pairs.test.ts`) holds and that one configuration does on the sets of
 * `npm run bench -- dedupe`; a domain or a near name is possible alone, a mobile is likely alone, and a shared line pairs
 * no two companies.
 */
export const shippedWeights: MatchWeights = {
  fields: {
    name: { agree: 13, differ: -4 },
    registration: { agree: 20, differ: -7 },
    mobile: { agree: 13, differ: 0 },
    email: { agree: 13, differ: 0 },
    wechat: { agree: 13, differ: 0 },
    landline: { agree: 4, differ: 0 },
    domain: { agree: 8, differ: 0 },
    person: { agree: 6, differ: -4 },
    address: { agree: 6, differ: -8 },
    place: { agree: 1, differ: -3 },
    born: { agree: 8, differ: -2 },
  },
  likely: 9,
  possible: 4,
};
