import type { AutomationRule } from '@dealtrail/protocol/automation';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { useAutomationWords } from '../parts/words.ts';
import { blankRule, ruleOf, templateNames } from '../rules/templates.ts';

interface TemplateListProps {
  readonly onTake: (rule: AutomationRule) => void;
}

/** Automations that are worth having, to begin with. */
export function TemplateList({ onTake }: TemplateListProps) {
  const word = useAutomationWords();
  return (
    <ul className="automation-templates">
      {templateNames.map((name) => (
        <li key={name}>
          <button
            type="button"
            onClick={() =>
              onTake(ruleOf(name, word(`automation.template.${name}`), word(`automation.template.${name}.text`)))
            }
          >
            <b>{word(`automation.template.${name}`)}</b>
            <span className="k-s13 k-t2">{word(`automation.template.${name}.about`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What a new automation begins with: a template, or nothing. */
export function TemplateDialog({ onTake, onClose }: TemplateListProps & { readonly onClose: () => void }) {
  const word = useAutomationWords();
  return (
    <Dialog
      open
      title={word('automation.new')}
      width={640}
      onClose={onClose}
      foot={<Button onClick={() => onTake(blankRule)}>{word('automation.template.blank')}</Button>}
    >
      <p className="k-t2">{word('automation.template.note')}</p>
      <TemplateList onTake={onTake} />
    </Dialog>
  );
}
