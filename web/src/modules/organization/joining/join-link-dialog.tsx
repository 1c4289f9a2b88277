import { createJoinLink } from '@dealtrail/protocol/organization';
import { InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FieldRow, FormFrame } from '../../../kit/form/index.ts';
import { DepartmentSelect } from '../parts/department-select.tsx';
import { RoleSelect } from '../parts/role-select.tsx';
import { ShareLink } from '../parts/share-link.tsx';
import { useJoiningWords } from './words.ts';

interface Typed {
  departmentId?: string | null;
  roleKeys: string[];
  mostUses: number;
  days: number;
  needsApproval: boolean;
}

/** What a department usually needs: some dozens of people within a week, each let in by hand. */
const usual: Typed = { roleKeys: ['representative'], mostUses: 30, days: 7, needsApproval: true };

/** Makes a link for a whole department; then shows it, this once. */
export function JoinLinkDialog({ onClose }: { readonly onClose: () => void }) {
  const word = useJoiningWords();
  const act = useAct(createJoinLink, { invalidates: ['organization.*'] });
  const problem = useProblemWords(act.error);
  const [link, setLink] = useState<string>();
  const make = async ({ departmentId, ...typed }: Typed) =>
    setLink((await act.run({ body: { ...typed, departmentId: departmentId ?? null } })).link);
  return (
    <Dialog open title={word('joining.new')} onClose={onClose} width={520}>
      {link ? (
        <div className="k-stack">
          <p>{word('joining.link.note')}</p>
          <ShareLink label={word('joining.link')} link={link} />
          <div className="k-form-foot">
            <Button kind="primary" onClick={onClose}>
              {word('settings.done')}
            </Button>
          </div>
        </div>
      ) : (
        <FormFrame<Typed>
          label={word('joining.new')}
          initial={usual}
          guard={false}
          problem={problem}
          submitWord={word('joining.make')}
          onCancel={onClose}
          onSubmit={make}
        >
          <Field name="departmentId" label={word('joining.department')}>
            <DepartmentSelect placeholder={word('joining.noDepartment')} />
          </Field>
          <Field name="roleKeys" label={word('joining.roles')} required>
            <RoleSelect />
          </Field>
          <FieldRow>
            <Field name="mostUses" label={word('joining.mostUses')} required>
              <InputNumber min={1} max={500} precision={0} />
            </Field>
            <Field name="days" label={word('joining.days')} required>
              <InputNumber min={1} max={30} precision={0} />
            </Field>
          </FieldRow>
          <Field
            name="needsApproval"
            label={word('joining.approval')}
            help={word('joining.approval.hint')}
            valueProp="checked"
          >
            <Switch />
          </Field>
        </FormFrame>
      )}
    </Dialog>
  );
}
