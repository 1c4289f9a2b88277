import {
  createTemplate,
  deleteTemplate,
  FollowUpMethod,
  type FollowUpTemplate,
  listTemplates,
  updateTemplate,
} from '@dealtrail/protocol/activities';
import { useState } from 'react';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, IconButton, type MenuAct, MenuButton } from '../../../kit/button/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { TemplateSheet } from '../actions/template-sheet.tsx';
import { useActivityWords } from '../parts/words.ts';
import { placeholders } from '../rules/fill-template.ts';
import '../parts/templates.css';

function useLineActs(template: FollowUpTemplate, onEdit: () => void) {
  const word = useActivityWords();
  const options = { invalidates: [listTemplates] };
  const create = useAct(createTemplate, options);
  const update = useAct(updateTemplate, options);
  const remove = useAct(deleteTemplate, options);
  const { id, shippedKey, version, mayChange, scope: _, ...text } = template;
  const toggle = () => {
    if (id) update.press({ params: { id }, body: { version: version ?? 1, active: !template.active } });
    else create.press({ body: { scope: 'organization', shippedKey, ...text, active: false } });
  };
  const acts: readonly MenuAct[] = [
    { key: 'edit', word: word('activities.templates.edit'), icon: 'edit', onClick: onEdit },
    {
      key: 'toggle',
      word: word(template.active ? 'activities.templates.hide' : 'activities.templates.show'),
      icon: 'pause',
      onClick: toggle,
    },
    ...(id
      ? [
          {
            key: 'remove',
            word: word(shippedKey ? 'activities.templates.restore' : 'activities.templates.remove'),
            icon: shippedKey ? ('undo' as const) : ('trash' as const),
            danger: shippedKey === null,
            onClick: () => remove.press({ params: { id } }),
          },
        ]
      : []),
  ];
  return { acts: mayChange ? acts : [], error: create.error ?? update.error ?? remove.error };
}

function Line({ template, onEdit }: { readonly template: FollowUpTemplate; readonly onEdit: () => void }) {
  const word = useActivityWords();
  const { acts, error } = useLineActs(template, onEdit);
  return (
    <li className={template.active ? '' : 'quiet'}>
      <div className="k-grow">
        <div className="k-row">
          <b>{template.name}</b>
          <span className="k-s12 k-t3">{word(`activities.templates.${template.scope}`)}</span>
          {!template.active && <StateTag>{word('activities.templates.hidden')}</StateTag>}
        </div>
        <p className="k-s13 k-t2">{template.content}</p>
        <ProblemNotice error={error} />
      </div>
      {acts.length > 0 && (
        <MenuButton acts={acts}>
          <IconButton small icon="more" label={word('activities.templates.acts', { name: template.name })} />
        </MenuButton>
      )}
    </li>
  );
}

/** 跟进模板: texts to begin a follow-up with, by method; own ones, those of the organisation, those that ship. */
export function Templates() {
  const word = useActivityWords();
  const may = useMay();
  const { language } = useKit();
  const found = useOperation(listTemplates, { query: { language: language === 'en' ? 'en' : 'zh' } });
  const [editing, setEditing] = useState<FollowUpTemplate | 'new'>();
  const items = found.data?.items;
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
      {word('activities.templates.new')}
    </Button>
  );
  return (
    <SettingsFrame
      here="templates"
      note={word('activities.templates.note', { placeholders: placeholders[language] })}
      actions={add}
    >
      {found.isError && !items && <ProblemState error={found.error} onRetry={() => void found.refetch()} />}
      {!items && !found.isError && <Skeleton shape="rows" count={4} />}
      <div className="k-stack">
        {FollowUpMethod.options.map((method) => {
          const lines = items?.filter((template) => template.method === method) ?? [];
          if (lines.length === 0) return null;
          return (
            <section key={method}>
              <h2 className="template-method">{word(`followUpMethod.${method}`)}</h2>
              <ul className="settings-list template-list">
                {lines.map((template) => (
                  <Line
                    key={template.id ?? template.shippedKey}
                    template={template}
                    onEdit={() => setEditing(template)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {editing && (
        <TemplateSheet
          template={editing === 'new' ? undefined : editing}
          forAll={may('activities.manageTemplates')}
          onClose={() => setEditing(undefined)}
        />
      )}
    </SettingsFrame>
  );
}
