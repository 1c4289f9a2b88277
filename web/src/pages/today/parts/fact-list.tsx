import { Facts } from '../../../kit/mark/index.ts';

/** Words of one line with a drawn dot between them. */
export function FactList({ facts }: { readonly facts: readonly string[] }) {
  return (
    <Facts>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </Facts>
  );
}
