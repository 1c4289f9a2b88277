import type { Book, RuleChange } from '@dealtrail/protocol/rules';
import { joined } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { RuleSentence } from './rule-sentence.tsx';
import { useRuleWords } from './words.ts';

/** What became of one rule between two versions: in a line, and where its sense changed, before and after. */
export function ChangeWords({ book, change }: { readonly book: Book; readonly change: RuleChange }) {
  const word = useRuleWords();
  const { language } = useKit();
  switch (change.what) {
    case 'added':
      return (
        <li>
          {word('rules.change.added', { name: change.rule.name, place: change.place })}
          <RuleSentence book={book} rule={change.rule} />
        </li>
      );
    case 'removed':
      return (
        <li>
          {word('rules.change.removed', { name: change.rule.name })}
          <RuleSentence book={book} rule={change.rule} />
        </li>
      );
    case 'moved':
      return <li>{word('rules.change.moved', { name: change.rule.name, from: change.from, to: change.to })}</li>;
    case 'settings':
      return (
        <li>
          {word('rules.change.settings', {
            from: Object.values(change.from).join(' / '),
            to: Object.values(change.to).join(' / '),
          })}
        </li>
      );
    case 'changed': {
      const { parts, from, to } = change;
      const what = parts.map((part) =>
        part === 'active'
          ? word(to.active ? 'rules.change.on' : 'rules.change.off')
          : word(`rules.change.part.${part}`),
      );
      const sense = parts.includes('when') || parts.includes('says');
      return (
        <li>
          {word('rules.change.changed', { name: from.name, what: joined(what, 'names', language) })}
          {parts.includes('name') && <span className="k-t2"> {word('rules.change.renamed', { name: to.name })}</span>}
          {sense && (
            <div className="rule-before-after">
              <span className="k-s12 k-t3">{word('rules.change.before')}</span>
              <RuleSentence book={book} rule={from} />
              <span className="k-s12 k-t3">{word('rules.change.after')}</span>
              <RuleSentence book={book} rule={to} />
            </div>
          )}
        </li>
      );
    }
  }
}
